/** All Simplified Chinese texts; loaded only by those who read Chinese. */
export { merged as messages }

const merged = Object.assign(
  {},
  ...Object.values(
    import.meta.glob(['../messages/*zh-CN.json', '!../messages/{settings,gallery,setup,exchange}.*'], {
      eager: true,
      import: 'default',
    }),
  ),
)
