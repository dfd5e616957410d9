/** Apart, so that it can be loaded when it is drawn. */
export { SegmentedControl } from '@/design'
