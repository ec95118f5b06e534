/** What keeps something from being deleted. */
export interface Use {
  /** As a phrase for people. */
  by: string
  /** What to do about it, as an order. */
  remedy: string
}

export const inUse = (what: string, { by, remedy }: Use) => `${what} is in use by ${by}: ${remedy}.`
