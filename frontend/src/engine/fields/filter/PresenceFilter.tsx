/** For kinds that can only be asked whether something is there: the operator says it all. */

export function PresenceFilter() {
  return null
}
