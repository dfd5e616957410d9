/** Primitives say what they are, and undo undoes. */

import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { ApiProblem } from '@/platform/api'
import { Avatar, Button, Chip, confirm, DesignProvider, ErrorState, IconButton, Kbd, toast } from '..'
import { colorOfName } from '../Avatar'

afterEach(cleanup)

const show = (element: React.ReactNode) => render(<DesignProvider>{element}</DesignProvider>)

test('an icon button has a name', () => {
  show(<IconButton label="Create">+</IconButton>)
  expect(screen.getByRole('button', { name: 'Create' })).toBeTruthy()
})

test('a loading button keeps its name and refuses clicks', () => {
  const onClick = vi.fn()
  show(
    <Button loading onClick={onClick}>
      Save
    </Button>,
  )
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect(onClick).not.toHaveBeenCalled()
})

test('undo takes back and the toast goes away', () => {
  const undo = vi.fn()
  show(null)
  fireEvent(document, new Event('x'))
  const dismiss = toast({ text: 'Deal moved', undo })
  cleanup()
  show(null)
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
  expect(undo).toHaveBeenCalledOnce()
  expect(screen.queryByText('Deal moved')).toBeNull()
  dismiss()
})

test('a question is answered by its verb', async () => {
  show(null)
  const answer = confirm({ title: 'Delete it?', action: 'Delete' })
  fireEvent.click(await screen.findByRole('button', { name: 'Delete' }))
  await expect(answer).resolves.toBe(true)
})

test('a second question takes the place of the first, which was not agreed to', async () => {
  show(null)
  const first = confirm({ title: 'One?', action: 'Yes' })
  void confirm({ title: 'Two?', action: 'Yes' })
  await expect(first).resolves.toBe(false)
})

test('an error says what to do and offers to try again', () => {
  const retry = vi.fn()
  show(<ErrorState error={new ApiProblem(0, { code: 'offline' })} onRetry={retry} />)
  expect(screen.getByText('You are offline')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(retry).toHaveBeenCalledOnce()
})

test('the same name has the same colour everywhere, and never gray', () => {
  expect(colorOfName('王小明')).toBe(colorOfName('王小明'))
  expect(['Anna', 'Ben', 'Cem', 'Dana', 'Eve'].map(colorOfName)).not.toContain('gray')
})

test('faces are silent beside a name and speak alone', () => {
  show(
    <>
      <Avatar name="Anna Berg" />
      <Avatar name="Luis Ortega" named />
    </>,
  )
  expect(screen.queryByRole('img', { name: 'Anna Berg' })).toBeNull()
  expect(screen.getByRole('img', { name: 'Luis Ortega' })).toBeTruthy()
})

test('a chip that can be removed says so', () => {
  const remove = vi.fn()
  show(<Chip onRemove={remove}>Hot</Chip>)
  fireEvent.click(screen.getByRole('button', { name: 'Remove' }))
  expect(remove).toHaveBeenCalledOnce()
})

test('keys are shown as they stand on the keyboard', () => {
  show(<Kbd keys="g d" />)
  expect(screen.getByText('G')).toBeTruthy()
  expect(screen.getByText('D')).toBeTruthy()
})
