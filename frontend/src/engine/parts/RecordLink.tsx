/** A link to a record that costs nothing to draw: a list has hundreds of them, so none follows the router's state. */

import { useRouter } from '@tanstack/react-router'
import type { ComponentProps, MouseEvent } from 'react'
import { recordPath } from '@/platform/paths'

interface RecordLinkProps extends Omit<ComponentProps<'a'>, 'href'> {
  readonly object: string
  readonly record: string
  /** Where it leads, if not to the record's page. */
  readonly path?: string
}

export function RecordLink({ object, record, path = recordPath(object, record), onClick, ...rest }: RecordLinkProps) {
  const router = useRouter()
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event)
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    void router.navigate({ href: path })
  }
  return <a {...rest} href={path} onClick={follow} />
}
