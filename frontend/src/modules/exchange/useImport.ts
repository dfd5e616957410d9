/** One import as the server knows it, and the steps that can be taken with it. */

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { toast } from '@/design'
import { api, problemText } from '@/platform/api'
import { keys } from '@/platform/keys'
import { upload } from '@/platform/transfer'
import type { Job, Page } from '@/platform/types'
import type { ImportFile, Mapping, PastImport } from './types'

export const importKey = (id: string, object?: string) => [...keys.imports, id, object ?? ''] as const

export function useImportFile(id: string | undefined, object: string | undefined) {
  return useQuery({
    queryKey: importKey(id ?? '', object),
    queryFn: ({ signal }) => api.get<ImportFile>(`/import/${id}`, { params: { object }, signal }),
    enabled: id !== undefined,
    staleTime: 0,
  })
}

export function usePastImports() {
  return useQuery({
    queryKey: [...keys.imports, 'past'],
    queryFn: ({ signal }) => api.get<Page<PastImport>>('/import', { signal }),
    staleTime: 0,
  })
}

export async function sendFile(file: File, object: string | undefined, onProgress: (share: number) => void) {
  const form = new FormData()
  if (object) form.append('object', object)
  form.append('file', file)
  return await upload<ImportFile>('/import', form, { onProgress })
}

/** Actions on an import; each of them reads it again afterwards. */
export function useImportActs(id: string) {
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: keys.imports })
  const onError = (error: Error): void => {
    toast({ text: problemText(error), tone: 'danger' })
  }
  const reread = useMutation({
    mutationFn: (how: { encoding?: string; delimiter?: string; sheet?: string }) => api.patch(`/import/${id}`, how),
    onSuccess: refresh,
    onError,
  })
  const check = useMutation({
    mutationFn: async (mapping: Mapping) => {
      await api.put(`/import/${id}/mapping`, mapping)
      return await api.post<Job>(`/import/${id}/dry-run`)
    },
    onSuccess: refresh,
    onError,
  })
  const run = useMutation({ mutationFn: () => api.post<Job>(`/import/${id}/run`), onSuccess: refresh, onError })
  const undo = useMutation({ mutationFn: () => api.post<Job>(`/import/${id}/undo`), onSuccess: refresh, onError })
  return { reread, check, run, undo, refresh }
}
