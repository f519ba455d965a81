/** Where on a page a value was read; its owner is shown it with the value. */
export const READ_FROM = ['order_data', 'site_name', 'title', 'text'] as const;
export type ReadFrom = (typeof READ_FROM)[number];
