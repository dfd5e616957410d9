/** The rows of a list that have been loaded so far, page by page, and how a fresh look at one page fits in. Pure. */

export interface Page {
  /** The cursor this page was asked with; undefined for the first. */
  readonly after: string | undefined
  readonly ids: readonly string[]
}

export interface Pages {
  readonly pages: readonly Page[]
  /** Where to go on; null when the end is reached. */
  readonly next: string | null
}

export const noPages: Pages = { pages: [], next: null }

/** How many rows to ask for when looking again at a page: room for rows that have come in since. */
export const ROOM = 20

export function append(pages: Pages, after: string | undefined, ids: readonly string[], next: string | null): Pages {
  const fresh = new Set(ids)
  for (const page of pages.pages) for (const id of page.ids) fresh.delete(id)
  return { pages: [...pages.pages, { after, ids: [...fresh] }], next }
}

export function idsOf(pages: Pages): readonly string[] {
  const ids: string[] = []
  for (const page of pages.pages) for (const id of page.ids) ids.push(id)
  return ids
}

/**
 * Fits in a second look at page `index`. The answer may reach into the page after it (rows came in) or fall short of it
 * (rows left); rows in `held` are being edited and keep their place whatever the answer says.
 */
export function refresh(
  pages: Pages,
  index: number,
  answer: { readonly ids: readonly string[]; readonly next: string | null },
  held: ReadonlySet<string> = new Set(),
): Pages {
  const page = pages.pages[index]
  if (!page) return pages
  const later = new Set(pages.pages.slice(index + 1).flatMap((each) => each.ids))
  const own = new Set(page.ids)
  const lastOwn = answer.ids.findLastIndex((id) => own.has(id))
  const end = answer.ids.findIndex((id, at) => at > lastOwn && later.has(id))
  const fresh = end < 0 ? answer.ids : answer.ids.slice(0, end)
  const isLast = index === pages.pages.length - 1
  const ids = keepHeld(page.ids, fresh, held)
  const inThis = new Set(ids)
  const cleaned = pages.pages.map((each, at) =>
    at === index ? { ...each, ids } : { ...each, ids: each.ids.filter((id) => !inThis.has(id) || held.has(id)) },
  )
  return { pages: cleaned, next: isLast ? answer.next : pages.next }
}

function keepHeld(before: readonly string[], fresh: readonly string[], held: ReadonlySet<string>): readonly string[] {
  const stuck = before.map((id, at) => ({ id, at })).filter(({ id }) => held.has(id))
  if (stuck.length === 0) return fresh
  const ids = fresh.filter((id) => !held.has(id))
  for (const { id, at } of stuck) ids.splice(Math.min(at, ids.length), 0, id)
  return ids
}

export function without(pages: Pages, gone: ReadonlySet<string>): Pages {
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, ids: page.ids.filter((id) => !gone.has(id)) })) }
}

/** Puts a row at a place (undoing a removal, dropping a card); a row that is already there moves. */
export function insertAt(pages: Pages, id: string, position: number): Pages {
  const clean = without(pages, new Set([id]))
  const first = clean.pages[0]
  if (!first) return { ...clean, pages: [{ after: undefined, ids: [id] }] }
  let left = position
  const at = clean.pages.findIndex((page, index) => {
    if (left <= page.ids.length || index === clean.pages.length - 1) return true
    left -= page.ids.length
    return false
  })
  return {
    ...clean,
    pages: clean.pages.map((page, index) =>
      index === at ? { ...page, ids: [...page.ids.slice(0, left), id, ...page.ids.slice(left)] } : page,
    ),
  }
}

/** The pages that the rows from..to (inclusive) lie on. */
export function pagesBetween(pages: Pages, from: number, to: number): readonly number[] {
  let start = 0
  return pages.pages.flatMap((page, index) => {
    const end = start + page.ids.length - 1
    const inside = end >= from && start <= to
    start = end + 1
    return inside ? [index] : []
  })
}
