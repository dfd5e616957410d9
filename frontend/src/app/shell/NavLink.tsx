/** A line of the side bar; where the bar is narrow, its icon with its words as a tooltip. */

import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { tip } from '@/design'
import classes from './SideBar.module.css'

export interface NavLinkProps {
  readonly to: string
  readonly search?: Readonly<Record<string, string>>
  readonly icon: ReactNode
  readonly label: string
  readonly narrow: boolean
  readonly exact?: boolean
}

export function NavLink({ to, search, icon, label, narrow, exact = false }: NavLinkProps) {
  return (
    <Link
      to={to}
      className={classes.link}
      activeOptions={{ exact, includeSearch: search !== undefined }}
      {...(search ? { search: search as never } : {})}
      {...(narrow ? { ...tip(label, 'right'), 'aria-label': label } : {})}
    >
      {icon}
      {!narrow && <span>{label}</span>}
    </Link>
  )
}
