import { playGroup } from './play-group.ts'
import { groups } from './scenarios/table.ts'

playGroup(groups.artefacts)
