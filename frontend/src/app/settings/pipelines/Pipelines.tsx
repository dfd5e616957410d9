/** The ways that records go, stage by stage: for every object that has a board. */

import { IconLayoutKanban, IconPencil, IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { Badge, Button, Card, Chip, EmptyState, IconButton, Row, Rows } from '@/design'
import { t } from '@/platform/i18n'
import { useMeta } from '@/platform/meta'
import type { OptionMeta } from '@/platform/types'
import page from '../../pages/page.module.css'
import classes from '../Settings.module.css'
import { SettingsPage } from '../SettingsPage'
import { stagesOf, type Track, tracksOf } from './model'

const PipelineSheet = lazy(() => import('./PipelineSheet').then((file) => ({ default: file.PipelineSheet })))

export interface Editing {
  readonly track: Track
  /** null: a new one. */
  readonly line: OptionMeta | null
}

export function Pipelines() {
  const tracks = tracksOf(useMeta().objects)
  const [editing, setEditing] = useState<Editing>()
  return (
    <SettingsPage title={t('settings.pipelines')} lead={t('pipelines.lead')}>
      <div className={page.stack}>
        {tracks.length === 0 && (
          <EmptyState
            icon={<IconLayoutKanban size={24} />}
            title={t('pipelines.none')}
            body={t('pipelines.noneBody')}
          />
        )}
        {tracks.map((track) => (
          <TrackCard key={track.object.name} track={track} onEdit={(line) => setEditing({ track, line })} />
        ))}
      </div>
      {editing && (
        <Suspense fallback={null}>
          <PipelineSheet {...editing} onClose={() => setEditing(undefined)} />
        </Suspense>
      )}
    </SettingsPage>
  )
}

interface TrackCardProps {
  readonly track: Track
  readonly onEdit: (line: OptionMeta | null) => void
}

function TrackCard({ track, onEdit }: TrackCardProps) {
  const { object, stages, lines } = track
  const whole: OptionMeta = { key: '', label: stages.label, color: 'gray' }
  const add = lines && (
    <Button size="sm" icon={<IconPlus size={14} />} onClick={() => onEdit(null)}>
      {t('pipelines.add')}
    </Button>
  )
  return (
    <Card flush title={`${object.plural} · ${(lines ?? stages).label}`} actions={add}>
      <Rows>
        {(lines?.options ?? [whole]).map((line) => (
          <Row
            key={line.key}
            lead={<IconLayoutKanban size={18} stroke={1.75} aria-hidden />}
            hint={<StageChips stages={stagesOf(stages.options ?? [], lines, line.key)} />}
            end={
              <>
                {line.retired && <Badge>{t('pipelines.retired')}</Badge>}
                <IconButton label={t('pipelines.editOne', { name: line.label })} size="sm" onClick={() => onEdit(line)}>
                  <IconPencil size={16} aria-hidden />
                </IconButton>
              </>
            }
          >
            {line.label}
          </Row>
        ))}
      </Rows>
    </Card>
  )
}

function StageChips({ stages }: { readonly stages: readonly OptionMeta[] }) {
  return (
    <span className={classes.chips}>
      {stages
        .filter((stage) => !stage.retired)
        .map((stage) => (
          <Chip key={stage.key} color={stage.color} dot>
            {stage.label}
          </Chip>
        ))}
    </span>
  )
}
