/** As in package.json; the API sees it in every request. */
export const version = '0.1.0'
