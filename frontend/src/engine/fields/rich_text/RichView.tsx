/** Formatted text as a reader sees it, built from the tree and never from raw HTML. */

import { createElement, type ReactNode, useMemo } from 'react'
import { parseRich, type RichNode } from './html'
import classes from './rich.module.css'

export function RichView({ html }: { html: string }) {
  const nodes = useMemo(() => parseRich(html), [html])
  return <div className={classes.view}>{nodes.map(draw)}</div>
}

const VOID: ReadonlySet<string> = new Set(['br', 'hr'])

function draw(node: RichNode | string, index: number): ReactNode {
  if (typeof node === 'string') return node
  if (VOID.has(node.tag)) return createElement(node.tag, { key: index })
  const link = node.href ? { href: node.href, target: '_blank', rel: 'noopener noreferrer' } : {}
  return createElement(node.tag, { key: index, ...link }, node.children.map(draw))
}
