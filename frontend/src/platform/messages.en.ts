/** All English texts; loaded only by those who read English. */
export { merged as messages }

const merged = Object.assign(
  {},
  ...Object.values(
    import.meta.glob(['../messages/*en.json', '!../messages/{settings,gallery,setup,exchange}.*'], {
      eager: true,
      import: 'default',
    }),
  ),
)
