/** A part of the program that is loaded when it is first needed, so that a start need not wait for it. */
export interface Late<T> {
  load(): Promise<T>
  isLoaded(): boolean
  /** Throws before it is loaded. */
  get(): T
}

export const createLate = <T>(load: () => Promise<T>): Late<T> => {
  const state: { loaded?: T } = {}
  return {
    load: async () => (state.loaded = await load()),
    isLoaded: () => state.loaded !== undefined,
    get: () => {
      if (state.loaded === undefined) throw new Error('this part of the program is not loaded yet')
      return state.loaded
    },
  }
}
