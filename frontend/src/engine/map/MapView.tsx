/** Records on a map: single ones and clusters, a list beside them, and how many have no place. */

import { IconMapOff, IconMapPinOff, IconMinus, IconPlus, IconWorld } from '@tabler/icons-react'
import type { Map as MapLibre } from 'maplibre-gl'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { Banner, EmptyState, ErrorState, IconButton, ListSkeleton, useIsPhone } from '@/design'
import { t } from '@/platform/i18n'
import { useWatch } from '@/platform/live'
import { titleOf } from '@/platform/meta'
import type { FieldMeta, ObjectMeta, Rec } from '@/platform/types'
import { listSource, useListView } from '../data/list'
import { useRecs } from '../data/store'
import { valueText } from '../fields/FieldValue'
import { askedFields } from '../list/columns'
import { ListEmpty } from '../list/ListEmpty'
import type { ShapeProps } from '../list/ObjectList'
import { layoutField } from '../list/shapes'
import type { ListPlan } from '../list/useListPlan'
import { Marker } from './Marker'
import classes from './map.module.css'
import { type Bounds, boundsOf, clustersOf, marksIn, type Spot, spotOf } from './points'
import { CLOSE, useMap } from './useMap'

const MOST = 2000
const PAGE = 200

export function MapView(props: ShapeProps) {
  const field = layoutField(props.object, 'map', props.plan.group)
  if (field) return <Placed {...props} field={field} />
  return <EmptyState icon={<IconMapOff size={28} />} title={t('engine.board.none')} />
}

function Placed({ object, plan, change, onPeek, field }: ShapeProps & { readonly field: FieldMeta }) {
  const phone = useIsPhone()
  const { recs, view, source } = usePlaced(object, plan, field)
  const spots = useMemo(() => recs.flatMap((rec) => spotOf(field, rec) ?? []), [recs, field])
  const placed = useMemo(() => new Set(spots.map(({ id }) => id)), [spots])
  const without = recs.filter((rec) => !placed.has(rec.id))
  const box = useRef<HTMLDivElement>(null)
  const { map, failed, sight } = useMap(box)
  const marks = useMarks(spots, sight)
  const showAll = useFit(map, spots, view.complete || spots.length >= MOST)
  if (view.status === 'failed') return <ErrorState error={view.error} onRetry={() => void source.load()} />
  if (view.status === 'ready' && view.ids.length === 0) {
    return <ListEmpty object={object} plan={plan} change={change} />
  }
  const titles = new Map(recs.map((rec) => [rec.id, titleOf(object, rec) || t('engine.untitled')]))
  return (
    <div className={classes.page} data-phone={phone || undefined}>
      <section className={classes.map} aria-label={t('engine.map.title', { objects: object.plural })}>
        <div ref={box} className={classes.canvas} />
        {map
          ? marks.map((mark) => (
              <Marker
                key={mark.key}
                map={map}
                mark={mark}
                title={mark.id ? (titles.get(mark.id) ?? '') : t('engine.map.cluster', { count: mark.count })}
                active={mark.id !== undefined && mark.id === plan.peek}
                onPick={() => {
                  if (mark.id) onPeek(mark.id)
                  else map.easeTo({ center: [mark.lng, mark.lat], zoom: mark.apart + 0.2 })
                }}
              />
            ))
          : null}
        {failed ? (
          <EmptyState icon={<IconMapOff size={28} />} title={t('engine.map.no_gl')} body={t('engine.map.no_gl_body')} />
        ) : (
          <div className={classes.buttons}>
            <IconButton label={t('engine.map.in')} variant="default" onClick={() => map?.zoomIn()}>
              <IconPlus size={16} />
            </IconButton>
            <IconButton label={t('engine.map.out')} variant="default" onClick={() => map?.zoomOut()}>
              <IconMinus size={16} />
            </IconButton>
            <IconButton label={t('engine.map.all')} variant="default" onClick={showAll}>
              <IconWorld size={16} />
            </IconButton>
          </div>
        )}
        {view.ids.length >= MOST && !view.complete ? (
          <Banner tone="warn">{t('engine.map.too_many', { n: MOST })}</Banner>
        ) : null}
      </section>
      <aside className={classes.side} aria-label={t('engine.map.list')}>
        {view.status === 'loading' ? <ListSkeleton rows={8} /> : null}
        {view.status === 'ready' && spots.length === 0 ? (
          <EmptyState
            inline
            icon={<IconMapPinOff size={20} />}
            title={t('engine.map.none')}
            body={t('engine.map.none_body', { field: field.label })}
          />
        ) : null}
        <List
          recs={recs.filter((rec) => placed.has(rec.id) && inSight(spots, rec.id, sight?.bounds))}
          field={field}
          titles={titles}
          peek={plan.peek}
          onPick={(id) => {
            onPeek(id)
            const spot = spots.find((each) => each.id === id)
            if (spot) map?.easeTo({ center: [spot.lng, spot.lat], zoom: Math.max(map.getZoom(), CLOSE) })
          }}
        />
        {without.length > 0 ? (
          <details className={classes.without}>
            <summary>{t('engine.map.without', { count: without.length })}</summary>
            <List recs={without} field={field} titles={titles} peek={plan.peek} onPick={onPeek} />
          </details>
        ) : null}
      </aside>
    </div>
  )
}

interface ListProps {
  readonly recs: readonly Rec[]
  readonly field: FieldMeta
  readonly titles: ReadonlyMap<string, string>
  readonly peek: string | undefined
  readonly onPick: (id: string) => void
}

/** As many as can be read; the map and the filter narrow them down. */
const LISTED = 100

function List({ recs, field, titles, peek, onPick }: ListProps) {
  return (
    <ul className={classes.list}>
      {recs.slice(0, LISTED).map((rec) => (
        <li key={rec.id}>
          <button type="button" className={classes.item} aria-current={rec.id === peek} onClick={() => onPick(rec.id)}>
            <span className={classes.name}>{titles.get(rec.id)}</span>
            <span className={classes.where}>{valueText(field, rec[field.name])}</span>
          </button>
        </li>
      ))}
      {recs.length > LISTED ? <li className={classes.rest}>{t('engine.more', { n: recs.length - LISTED })}</li> : null}
    </ul>
  )
}

function usePlaced(object: ObjectMeta, plan: ListPlan, field: FieldMeta) {
  useWatch(object.name)
  const source = useMemo(
    () =>
      listSource(
        object.name,
        {
          ...(plan.where ? { where: plan.where } : {}),
          ...(plan.search ? { search: plan.search } : {}),
          sort: plan.sort,
          fields: askedFields(object, [], [field.name]),
        },
        PAGE,
      ),
    [object, plan.where, plan.search, plan.sort, field],
  )
  const view = useListView(source)
  useEffect(() => {
    source.see(0, view.ids.length)
    if (!view.complete && !view.error && view.ids.length < MOST) void source.loadMore()
  }, [source, view])
  return { recs: useRecs(object.name, view.ids), view, source }
}

function useMarks(spots: readonly Spot[], sight: ReturnType<typeof useMap>['sight']) {
  const clusters = useMemo(() => clustersOf(spots), [spots])
  return useMemo(() => (sight ? marksIn(clusters, sight.bounds, sight.zoom) : []), [clusters, sight])
}

/** Shows all of them when they have come, and again when asked to. */
function useFit(map: MapLibre | undefined, spots: readonly Spot[], ready: boolean): () => void {
  const fitted = useRef(false)
  const showAll = useCallback(
    (animate: boolean) => {
      const bounds = boundsOf(spots)
      if (map && bounds) map.fitBounds([...bounds], { padding: 64, maxZoom: CLOSE, animate })
    },
    [map, spots],
  )
  useEffect(() => {
    if (!map || !ready || fitted.current || spots.length === 0) return
    fitted.current = true
    showAll(false)
  }, [map, ready, spots, showAll])
  return () => showAll(true)
}

function inSight(spots: readonly Spot[], id: string, bounds: Bounds | undefined): boolean {
  const spot = spots.find((each) => each.id === id)
  if (!spot || !bounds) return true
  const [west, south, east, north] = bounds
  return spot.lng >= west && spot.lng <= east && spot.lat >= south && spot.lat <= north
}
