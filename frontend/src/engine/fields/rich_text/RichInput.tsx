/** The editor for formatted text: a few marks and lists, by button or by key. */

import {
  IconBlockquote,
  IconBold,
  IconItalic,
  IconList,
  IconListNumbers,
  IconStrikethrough,
  IconUnderline,
} from '@tabler/icons-react'
import { type Editor, EditorContent, useEditor, useEditorState } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { useEffect } from 'react'
import { t } from '@/platform/i18n'
import type { InputProps } from '../types'
import classes from './rich.module.css'

export function RichInput({ value, onChange, label, inline, id, error, describedBy }: InputProps<string>) {
  const editor = useEditor({
    extensions: [StarterKit.configure({ link: { openOnClick: false } })],
    content: value ?? '',
    autofocus: inline ? 'end' : false,
    editorProps: {
      attributes: {
        class: classes.editor ?? '',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        ...(id ? { id } : {}),
        ...(describedBy ? { 'aria-describedby': describedBy } : {}),
        ...(error ? { 'aria-invalid': 'true' } : {}),
      },
    },
    onUpdate: ({ editor: present }) => onChange(present.isEmpty ? null : present.getHTML()),
  })
  useEffect(() => {
    if (editor.isDestroyed) return
    const shown = editor.isEmpty ? '' : editor.getHTML()
    if ((value ?? '') !== shown && !editor.isFocused) editor.commands.setContent(value ?? '', { emitUpdate: false })
  }, [editor, value])
  return (
    <div className={classes.box} data-invalid={Boolean(error) || undefined}>
      <Marks editor={editor} />
      <EditorContent editor={editor} />
    </div>
  )
}

const MARKS = [
  { name: 'bold', Icon: IconBold, run: (editor: Editor) => editor.chain().focus().toggleBold().run() },
  { name: 'italic', Icon: IconItalic, run: (editor: Editor) => editor.chain().focus().toggleItalic().run() },
  { name: 'underline', Icon: IconUnderline, run: (editor: Editor) => editor.chain().focus().toggleUnderline().run() },
  { name: 'strike', Icon: IconStrikethrough, run: (editor: Editor) => editor.chain().focus().toggleStrike().run() },
  { name: 'bulletList', Icon: IconList, run: (editor: Editor) => editor.chain().focus().toggleBulletList().run() },
  {
    name: 'orderedList',
    Icon: IconListNumbers,
    run: (editor: Editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    name: 'blockquote',
    Icon: IconBlockquote,
    run: (editor: Editor) => editor.chain().focus().toggleBlockquote().run(),
  },
] as const

function Marks({ editor }: { editor: Editor }) {
  const active = useEditorState({
    editor,
    selector: ({ editor: present }) => MARKS.filter(({ name }) => present.isActive(name)).map(({ name }) => name),
  })
  return (
    <div className={classes.marks} role="toolbar" aria-label={t('engine.rich.marks')}>
      {MARKS.map(({ name, Icon, run }) => (
        <button
          key={name}
          type="button"
          className={classes.mark}
          aria-label={t(`engine.rich.${name}`)}
          aria-pressed={active.includes(name)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => run(editor)}
        >
          <Icon size={16} aria-hidden />
        </button>
      ))}
    </div>
  )
}
