/** The mark of Kith: a K made of people who know each other. */

export function Logo({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="9" fill="var(--accent)" />
      <g stroke="var(--on-accent)" fill="var(--on-accent)" strokeWidth="2.4" strokeLinecap="round">
        <path d="M10.5 8v16M10.5 16l11-8M10.5 16l11 8" fill="none" />
        <circle cx="10.5" cy="8" r="2.1" />
        <circle cx="10.5" cy="24" r="2.1" />
        <circle cx="21.5" cy="8" r="2.1" />
        <circle cx="21.5" cy="24" r="2.1" />
      </g>
    </svg>
  )
}
