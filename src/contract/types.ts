import type { components } from './schema.ts'

type Schemas = components['schemas']

export type ErrorBody = Schemas['ErrorResponse']

export type Application = Schemas['ApplicationResponse']
export type ApplicationRequest = Schemas['ApplicationCreationRequest']

export type EnvironmentType = Schemas['EnvironmentTypeResponse']
export type EnvironmentTypeRequest = Schemas['EnvironmentTypeRequest']
export type EnvironmentTypeUse = Schemas['EnvironmentTypeUse']

export type Environment = Schemas['EnvironmentResponse']
export type EnvironmentSummary = Schemas['EnvironmentBaseResponse']
export type EnvironmentRequest = Schemas['EnvironmentDefinitionRequest']

export type Deployment = Schemas['DeploymentResponse']
export type DeploymentRequest = Schemas['DeploymentRequest']
export type DeploymentError = Schemas['DeploymentErrorResponse']
/** The step of a run that started a deployment. */
export type DeploymentPipeline = Schemas['DeploymentPipelineReferenceResponse']

export type Delta = Schemas['DeltaResponse']
/** A delta that is not stored: no id and no metadata. */
export type PlainDelta = Schemas['PlainDeltaResponse']
export type DeltaMetadata = Schemas['DeltaMetadataResponse']
export type ModuleDeltas = Schemas['ModuleDeltasResponse']
export type UpdateAction = Schemas['UpdateActionResponse']
export type DeltaRequest = Schemas['DeltaRequest']
export type ModuleDeltasRequest = Schemas['ModuleDeltasRequest']
export type ModuleRequest = Schemas['ModuleRequest']
export type UpdateActionRequest = Schemas['UpdateActionRequest']

export type DeploymentSet = Schemas['SetResponse']
/** A workload in a set. */
export type Module = Schemas['ModuleResponse']
export type DeployCondition = Schemas['DeployConditionResponse']

export type AutomationRule = Schemas['AutomationRuleResponse']

export type Artefact = Schemas['ArtefactResponse']
export type ArtefactVersion = Schemas['ArtefactVersion']
export type ContainerArtefactVersion = Schemas['ContainerArtefactVersion']
export type WorkloadArtefactVersion = Schemas['WorkloadArtefactVersion']
export type ArtefactVersionRequest = Schemas['CreateArtefactVersion']
export type ContainerArtefactVersionRequest = Schemas['CreateContainerArtefactVersion']
export type WorkloadArtefactVersionRequest = Schemas['CreateWorkloadArtefactVersion']
export type ArtefactVersionUpdate = Schemas['UpdateArtefactVersionPayloadRequest']
/** The set that a workload artefact version makes: no id. */
export type WorkloadSet = Schemas['WorkloadArtefactVersionDeploymentSet']
/** Score, and what is laid over it. */
export type ScoreConversion = Schemas['ConvertScoreToSetBody']
export type ScoreExtensions = Schemas['ScoreHumanitecExtensions']

export type ActiveResource = Schemas['ActiveResourceResponse']

export type Pipeline = Schemas['Pipeline']
export type PipelineDefinition = Schemas['PipelineDefinition']
export type PipelineVersion = Schemas['PipelineVersion']
export type PipelineCriteria = Schemas['PipelineCriteria']
export type PipelineCriteriaRequest = Schemas['PipelineCriteriaCreateBody']

export type Run = Schemas['PipelineRun']
export type RunRequest = Schemas['PipelineRunCreateBody']
/** Starts the run of whichever pipeline answers it. */
export type DeploymentRequestRun = Schemas['PipelineRunCreateByTriggerCriteriaBody']
/** A job as lists have it, without steps. */
export type JobSummary = Schemas['PipelineJobPartial']
export type Job = Schemas['PipelineJob']
export type Step = Schemas['PipelineStep']
export type StepLog = Schemas['PipelineStepLog']
export type Approval = Schemas['PipelineApprovalRequest']

export type UserProfile = Schemas['UserProfileExtendedResponse']
export type UserProfileUpdate = Schemas['UserProfileExtendedRequest']
