import { describe, expect, test } from 'vitest'
import { parseRich, plainText } from '../rich_text/html'

describe('formatted text', () => {
  test('test_nothing_that_runs_comes_through', () => {
    const hostile =
      '<p onclick="x()">hi<script>alert(1)</script><img src=x onerror=y></p><a href="javascript:z()">l</a>'
    expect(parseRich(hostile)).toEqual([
      { tag: 'p', children: ['hi'] },
      { tag: 'a', children: ['l'] },
    ])
  })

  test('test_unknown_tags_leave_their_words', () => {
    expect(parseRich('<section><b>bold</b> word</section>')).toEqual([{ tag: 'b', children: ['bold'] }, ' word'])
  })

  test('test_the_words_alone_fit_on_a_line', () => {
    expect(plainText('<p>One</p><ul><li>two</li><li>three</li></ul>')).toBe('One two three')
  })
})
