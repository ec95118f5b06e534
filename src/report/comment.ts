import { cutMarkdown } from '../text/cut.ts'

/** GitHub takes so many characters; counted in bytes, of which no text has fewer. */
const maxCommentBytes = 65_536

/** What tells the comment of one environment from all others. */
export interface CommentKey {
  readonly env: string
  readonly app: string | undefined
  /** Of one leg of a matrix. */
  readonly key: string | undefined
}

/** Text that cannot end the HTML comment that it stands in. */
const inMarker = (text: string): string => encodeURIComponent(text).replaceAll('--', '-%2D').replace(/-$/, '%2D')

/** The first line of the comment, which nobody sees. */
export const commentMarker = ({ env, app = '', key = '' }: CommentKey): string =>
  `<!-- humanitec-actions:report env=${inMarker(env)} app=${inMarker(app)} key=${inMarker(key)} -->`

/** The comment as GitHub takes it: marked, and cut where it is too long. The text has to be redacted already. */
export const commentBody = (marker: string, markdown: string): string =>
  cutMarkdown(`${marker}\n${markdown}\n`, maxCommentBytes).text
