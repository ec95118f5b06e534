import { describe, expect, it } from 'vitest'
import { fakeRunner, type FakeRunnerOptions } from '../support/fake-runner.ts'

describe('a token', () => {
  it('is masked before it is used, without the white space around it', () => {
    const runner = fakeRunner({ inputs: { token: ' hmc-secret-1\n' } })
    expect(runner.inputs.token('token')).toBe('hmc-secret-1')
    expect(runner.masks).toEqual(['hmc-secret-1'])
  })

  it.each<[string, FakeRunnerOptions]>([
    ['an input', { inputs: { token: 'hmc-secret-1' } }],
    ['the environment', { env: { HUMANITEC_TOKEN: 'hmc-secret-1' } }],
    ['the environment, beside an input', { inputs: { token: 'x' }, env: { HUMANITEC_TOKEN: 'hmc-secret-1' } }],
    ["an input for GitHub's", { inputs: { 'github-token': 'hmc-secret-1' } }],
  ])('from %s is masked before any input is read', (_, options) => {
    expect(fakeRunner(options).masks).toContain('hmc-secret-1')
  })

  it('that no header could carry is refused without being shown', () => {
    const runner = fakeRunner({ env: { HUMANITEC_TOKEN: 'abcd\nX-Evil: 1234' } })
    expect(() => runner.inputs.token('token')).toThrow(
      /^Environment variable HUMANITEC_TOKEN .* is not a token: it holds/,
    )
    expect(() => runner.inputs.token('token')).not.toThrow(/abcd|Evil/)
    expect(runner.masks).toEqual(['abcd', 'X-Evil: 1234'])
  })

  it('may be absent where it is optional only', () => {
    const { inputs } = fakeRunner()
    expect(inputs.optionalToken('github-token')).toBeUndefined()
    expect(() => inputs.token('token')).toThrow("Input 'token' is required")
  })

  it('never shows in the error of another input', () => {
    const { inputs } = fakeRunner({ inputs: { token: 'hmc-secret-1', wait: 'hmc-secret-1', images: 'x hmc-secret-1' } })
    expect(() => inputs.boolean('wait')).toThrow('Input \'wait\' is "***", which is not a boolean')
    return expect(inputs.mapping('images')).rejects.toThrow(
      'is "x ***", which has a line that is not key=value: "x ***".',
    )
  })
})
