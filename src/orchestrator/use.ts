/** What keeps something from being deleted. */
export interface Use {
  /** As a phrase for people. */
  by: string
  /** What to do about it, as an order. */
  remedy: string
}

/** What names the thing, and is changed or deleted to let it go. */
export const naming = (by: string): Use => ({ by, remedy: 'change or delete that first' })

export const inUse = (what: string, { by, remedy }: Use) => `${what} is in use by ${by}: ${remedy}.`
