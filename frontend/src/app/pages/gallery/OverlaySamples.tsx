/** What opens over a page: sheet, dialog, menu, question, toast, tooltip. */

import { useState } from 'react'
import { Button, Card, confirm, Dialog, Menu, Sheet, Tooltip, toast } from '@/design'
import { t } from '@/platform/i18n'
import classes from './gallery.module.css'

export function OverlaySamples() {
  const [open, setOpen] = useState<'sheet' | 'dialog' | null>(null)
  const close = () => setOpen(null)
  const ask = () =>
    confirm({ title: t('gallery.question'), body: t('bin.emptyBody'), action: t('action.delete'), danger: true })
  return (
    <Card title={t('gallery.overlays')}>
      <div className={classes.sample}>
        <Button onClick={() => setOpen('sheet')}>{t('gallery.sheet')}</Button>
        <Button onClick={() => setOpen('dialog')}>{t('gallery.dialog')}</Button>
        <Button onClick={() => void ask()}>{t('gallery.question')}</Button>
        <Button onClick={() => toast({ text: t('gallery.toast'), undo: () => undefined })}>{t('gallery.toast')}</Button>
        <Button onClick={() => toast({ text: t('problem.offline'), tone: 'danger' })}>{t('state.error')}</Button>
        <Tooltip label={t('shortcuts.help')}>
          <Button>{t('gallery.tooltip')}</Button>
        </Tooltip>
        <Menu>
          <Menu.Target>
            <Button>{t('gallery.menu')}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{t('action.more')}</Menu.Label>
            <Menu.Item>{t('action.edit')}</Menu.Item>
            <Menu.Item>{t('action.delete')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <Sheet open={open === 'sheet'} onClose={close} title={t('gallery.sheet')} footer={<Done onClick={close} />}>
        {t('gallery.lead')}
      </Sheet>
      <Dialog open={open === 'dialog'} onClose={close} title={t('gallery.dialog')} footer={<Done onClick={close} />}>
        {t('gallery.lead')}
      </Dialog>
    </Card>
  )
}

function Done({ onClick }: { readonly onClick: () => void }) {
  return (
    <Button variant="primary" onClick={onClick}>
      {t('action.save')}
    </Button>
  )
}
