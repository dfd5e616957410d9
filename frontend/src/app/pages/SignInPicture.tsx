/** The picture beside the sign-in form: people who know each other, and one line of what happens next. */

import { t } from '@/platform/i18n'
import classes from './SignIn.module.css'

interface Face {
  readonly x: number
  readonly y: number
  readonly r: number
  readonly fill: string
  readonly ink: string
  readonly name: string
}

const FACES: readonly Face[] = [
  { x: 300, y: 300, r: 58, fill: '#f6e3c3', ink: '#5d3b06', name: 'LZ' },
  { x: 150, y: 190, r: 38, fill: '#c8e6dd', ink: '#0a4f49', name: '小明' },
  { x: 470, y: 210, r: 44, fill: '#f3cdbd', ink: '#74270d', name: 'AB' },
  { x: 430, y: 420, r: 34, fill: '#d6daf6', ink: '#2c3580', name: '建国' },
  { x: 170, y: 430, r: 30, fill: '#f0d3e2', ink: '#7a1f4f', name: 'MK' },
  { x: 330, y: 110, r: 26, fill: '#dcebc4', ink: '#3c5a10', name: '思' },
  { x: 580, y: 360, r: 24, fill: '#cfe6f5', ink: '#164e75', name: 'JO' },
  { x: 70, y: 320, r: 20, fill: '#e5dcf5', ink: '#4b2a86', name: 'R' },
]

const TIES: readonly (readonly [number, number])[] = [
  [0, 1],
  [0, 2],
  [0, 3],
  [0, 4],
  [1, 5],
  [2, 5],
  [2, 6],
  [3, 6],
  [1, 7],
  [4, 7],
]

export function SignInPicture() {
  return (
    <aside className={classes.people}>
      <svg viewBox="0 40 660 640" preserveAspectRatio="xMidYMin slice" aria-hidden="true">
        <g stroke="#ffffff" strokeOpacity="0.28" strokeWidth="1.5">
          {TIES.map(([from, to]) => (
            <line key={`${from}-${to}`} x1={FACES[from]?.x} y1={FACES[from]?.y} x2={FACES[to]?.x} y2={FACES[to]?.y} />
          ))}
        </g>
        {FACES.map((face) => (
          <g key={face.name}>
            <circle cx={face.x} cy={face.y} r={face.r + 6} fill="#0d5f57" />
            <circle cx={face.x} cy={face.y} r={face.r} fill={face.fill} />
            <text
              x={face.x}
              y={face.y}
              fill={face.ink}
              fontSize={face.r * 0.66}
              fontWeight="600"
              textAnchor="middle"
              dominantBaseline="central"
            >
              {face.name}
            </text>
          </g>
        ))}
      </svg>
      <div className={classes.words}>
        <p>{t('signIn.claim')}</p>
        <p>{t('signIn.claimMore')}</p>
      </div>
    </aside>
  )
}
