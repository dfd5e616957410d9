/** Reads formatted text without trusting it: only known tags and safe addresses come through. */

export interface RichNode {
  readonly tag: string
  readonly href?: string
  readonly children: readonly (RichNode | string)[]
}

const TAGS: ReadonlySet<string> = new Set(
  'p br strong b em i u s a ul ol li blockquote code pre h1 h2 h3 h4 hr'.split(' '),
)
const DROPPED: ReadonlySet<string> = new Set(['script', 'style', 'iframe', 'object', 'template', 'noscript'])
const SAFE_ADDRESS = /^(https?:|mailto:|tel:|\/)/i

export function parseRich(html: string): readonly (RichNode | string)[] {
  return childrenOf(new DOMParser().parseFromString(html, 'text/html').body)
}

function childrenOf(parent: Node): readonly (RichNode | string)[] {
  return [...parent.childNodes].flatMap(read)
}

function read(node: Node): readonly (RichNode | string)[] {
  if (node.nodeType === 3) return node.textContent ? [node.textContent] : []
  if (node.nodeType !== 1) return []
  const element = node as Element
  const tag = element.tagName.toLowerCase()
  if (DROPPED.has(tag)) return []
  if (!TAGS.has(tag)) return childrenOf(element)
  const href = element.getAttribute('href') ?? ''
  return [{ tag, ...(tag === 'a' && SAFE_ADDRESS.test(href) ? { href } : {}), children: childrenOf(element) }]
}

const BLOCKS: ReadonlySet<string> = new Set(['p', 'li', 'blockquote', 'pre', 'h1', 'h2', 'h3', 'h4', 'br', 'hr'])

/** The words alone, for a line in a list. */
export function plainText(html: string): string {
  const words = (nodes: readonly (RichNode | string)[]): string =>
    nodes
      .map((node) => (typeof node === 'string' ? node : words(node.children) + (BLOCKS.has(node.tag) ? ' ' : '')))
      .join('')
  return words(parseRich(html)).replace(/\s+/g, ' ').trim()
}
