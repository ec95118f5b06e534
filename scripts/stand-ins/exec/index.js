export const getExecOutput = () => {
  throw new Error('@actions/exec is not part of these bundles')
}
