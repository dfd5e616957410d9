"""What can be measured about a page that is open: what a thumb would miss."""

from playwright.async_api import Page

# What is pressed, in the part of the page that counts: the uppermost dialog or menu when there is one.
PRESSED = """
  const shown = each => each.checkVisibility({opacityProperty: true, visibilityProperty: true})
  const over = [...document.querySelectorAll('[role=dialog], [role=menu]')].filter(shown).at(-1)
  const area = over ?? document.body
  const name = each => `${each.tagName.toLowerCase()} “${(each.ariaLabel || each.innerText || each.title ||
    each.placeholder || each.className).trim().replace(/\\s+/g, ' ').slice(0, 40)}”`
  const pressed = [...area.querySelectorAll(
    'button, a[href], input, select, textarea, summary, [role=tab], [role=button], [role=menuitem], [role=option],' +
    '[role=checkbox], [role=switch], [role=radio], [role=combobox]')]
    .filter(each => shown(each) && !each.disabled && !each.closest('[inert], [aria-hidden=true], [aria-disabled=true]'))
    .filter(each => { const box = each.getBoundingClientRect(); return box.width > 1 && box.height > 1 })
  // A list repeats itself: two of a kind are enough to know the kind.
  const kinds = new Map()
  const samples = pressed.filter(each => {
    const kind = `${each.tagName} ${each.className} ${each.parentElement.className} ${each.ariaSelected}`
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    return kinds.get(kind) < 3
  })
  const hits = (each, x, y) => {
    const hit = document.elementFromPoint(x, y)
    return hit && (each.contains(hit) || hit.closest('label')?.contains(each) || hit.closest('label')?.control === each)
  }
"""
# A target may be larger than it looks; a link within a sentence is as high as the sentence; a box that belongs to a
# label is as large as the label.
SMALL = f"""least => {{{PRESSED}
  const inSentence = each => each.tagName === 'A' && getComputedStyle(each).display === 'inline' &&
    each.parentElement.innerText.trim().length > each.innerText.trim().length
  const frame = each => each.closest('label, .mantine-Input-wrapper') ?? each
  const reach = (each, x, y, dx, dy) => {{
    let far = 0
    while (far < least && hits(each, x + dx * (far + 1), y + dy * (far + 1))) far++
    return far
  }}
  return samples.filter(each => !inSentence(each)).filter(each => {{
    const own = frame(each).getBoundingClientRect()
    if (own.height >= least - 0.5 && own.width >= least - 0.5) return false
    each.scrollIntoView({{block: 'center', inline: 'center'}})
    const box = each.getBoundingClientRect()
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
    if (!hits(each, x, y)) return false
    const high = Math.max(own.height, reach(each, x, y, 0, 1) + reach(each, x, y, 0, -1) + 1)
    const wide = Math.max(own.width, reach(each, x, y, 1, 0) + reach(each, x, y, -1, 0) + 1)
    return Math.min(high, wide) < least - 1
  }}).map(each => {{
    const box = each.getBoundingClientRect()
    return `${{name(each)}} ${{Math.round(box.width)}}x${{Math.round(box.height)}}`
  }})
}}"""


async def small_targets(page: Page, least: int = 44) -> list[str]:
    """What a thumb would miss."""
    return sorted(set(await page.evaluate(SMALL, least)))
