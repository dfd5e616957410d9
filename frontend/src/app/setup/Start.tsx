/** After the first administrator is in: colleagues, then something to work with. Reached again from home while it is empty. */

import { useState } from 'react'
import { DataStep } from './DataStep'
import { Frame } from './Frame'
import { InviteStep } from './InviteStep'

export function Start() {
  const [step, setStep] = useState<'invite' | 'data'>('invite')
  return <Frame step={step}>{step === 'invite' ? <InviteStep onNext={() => setStep('data')} /> : <DataStep />}</Frame>
}
