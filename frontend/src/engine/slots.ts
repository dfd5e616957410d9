/** Where modules tell the engine what metadata cannot: which records are people, which are companies. */

export type Face = 'person' | 'company'

const faces = new Map<string, Face>([['user', 'person']])

/** Records of this object are shown with a face and stand among the people involved. */
export function registerFace(object: string, face: Face): void {
  faces.set(object, face)
}

export const faceOf = (object: string | null | undefined): Face | undefined => (object ? faces.get(object) : undefined)
