import type { components } from '../../contract/schema.ts'

/**
 * What the platform signs with, as far as anybody needs to know it here. Assumption: it is the same for every
 * organization. Its private half was thrown away when it was made: the orchestrator signs nothing.
 */
export const humanitecKeys: readonly components['schemas']['HumanitecPublicKey'][] = [
  {
    active: true,
    created_at: '2020-01-01T00:00:00.000Z',
    pub_key: `
-----BEGIN PUBLIC KEY-----
MIICIjANBgkqhkiG9w0BAQEFAAOCAg8AMIICCgKCAgEAvOk1l06t0tjvTU1UO0So
kEpmN2E/GNAa+wIi5f9NetLcOycHygS2j3pm8L67WpR/N2oOtEhZetEXDy7aAVq+
cKrtObBLepyR2MRCNsMNMdefZ+No8PQFUcCcwPLuPHmF2pe4FtlI0LnKE7TJythT
DkBo36lsIl9vZE2HqazBiS7hrEEv940zAkY/9U8O90VrvPJBFVP5jP0eagFH1DvP
s/xrqmNgEwICiLtj1K6YhnARwTGaNHZgng07+/gzN4K+8CdGLch67sBPdlMwLjhM
A7wL7SakoD07padnWEbOOXJQLhgzqb+rAFSVbrzIMFSVfDckS9sk+Jk30VRTOi8l
X0tSMgBODOu7hRld2BK4yA9hrtHYYAMWmrfEg7uVwp7xepAU6E3Eer4X4eDGJoRI
EOtARhHNPhAKFKg+DlKpcwZxqrhKzDNWi+isXrU/zEPmE1B+txI2P4nTOe4VC1vl
kbbAR7ZQFn9kcEQDD6v3X4HSO46XtrILd2B2wvOAIQ19Yy+o4eOSrkZKS8LNrWtY
HWZOiwuZAfbAWapZvpfGDrybCaHxuYtU7kJtzeKmDIGZf7u0jwwiWOuA6yBYBgDr
HgI20UsB0sN7ZiV0CM8eifCIyMzhWl3f9nyWyYAlmj5+Jp2TU2db7ioSMNoUDEwj
6TstxVMngdPXnYUorAZ0HesCAwEAAQ==
-----END PUBLIC KEY-----
`.trimStart(),
  },
]
