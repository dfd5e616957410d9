/** One signature as it came, and what is to be read from it. */

import type { Card } from '../card/parse'

export interface Sample {
  readonly case: string
  readonly text: string
  readonly card: Card
}
