/** The style sheets, in the order in which they may overrule each other. */

import '@mantine/core/styles.layer.css'
import './tokens.css'
import './colors.css'
import './base.css'
import './mantine.css'
