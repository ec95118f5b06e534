// Generated from src/contract/openapi/*.yaml by `npm run generate`. Do not edit.

export interface paths {
    "/current-user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whose token this is */
        get: operations["getCurrentUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the caller's own profile */
        patch: operations["updateCurrentUser"];
        trace?: never;
    };
    "/orgs/{orgId}/apps": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        /** The applications of an organization */
        get: operations["listApplications"];
        put?: never;
        /**
         * Create an application
         * @description Unless told otherwise, the application starts with one environment: the one given, or `development`. It always starts with the built-in pipeline `default`.
         */
        post: operations["createApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
            };
            cookie?: never;
        };
        /** One application */
        get: operations["getApplication"];
        put?: never;
        post?: never;
        /**
         * Delete an application with everything in it
         * @description Environments, their deployments and their resources go with it, for good.
         */
        delete: operations["deleteApplication"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
            };
            cookie?: never;
        };
        /** The approvals that runs of an application have asked for */
        get: operations["listApprovals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/deltas": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
            };
            cookie?: never;
        };
        /** The deltas of an application */
        get: operations["listDeltas"];
        put?: never;
        /**
         * Create a delta
         * @description Of the metadata only `env_id` and `name` are taken. The id is made by the server.
         */
        post: operations["createDelta"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/deltas/{deltaId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The delta. */
                deltaId: string;
            };
            cookie?: never;
        };
        /** One delta */
        get: operations["getDelta"];
        /**
         * Replace what a delta changes
         * @description The id and the metadata stay.
         */
        put: operations["replaceDelta"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Add more changes to a delta
         * @description The deltas of the body are merged into the stored one, in order; all of them or none.
         */
        patch: operations["mergeDeltas"];
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/deltas/{deltaId}/metadata/archived": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The delta. */
                deltaId: string;
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Archive a delta, or take it back out
         * @description An archived delta can be read and no longer changed.
         */
        put: operations["archiveDelta"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/deltas/{deltaId}/metadata/env_id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The delta. */
                deltaId: string;
            };
            cookie?: never;
        };
        get?: never;
        /** Say which environment a delta is meant for */
        put: operations["changeDeltaEnvironment"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/deltas/{deltaId}/metadata/name": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The delta. */
                deltaId: string;
            };
            cookie?: never;
        };
        get?: never;
        /** Give a delta another name */
        put: operations["renameDelta"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/envs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
            };
            cookie?: never;
        };
        /** The environments of an application */
        get: operations["listEnvironments"];
        put?: never;
        /**
         * Create an environment
         * @description Nothing is deployed by this. With `from_deploy_id`, the first deployment in the new environment starts from what that deployment left.
         */
        post: operations["createEnvironment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/envs/{envId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The environment. */
                envId: components["parameters"]["envId"];
            };
            cookie?: never;
        };
        /** One environment */
        get: operations["getEnvironment"];
        put?: never;
        post?: never;
        /** Delete an environment with its history and resources */
        delete: operations["deleteEnvironment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/envs/{envId}/deploys": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The environment. */
                envId: components["parameters"]["envId"];
            };
            cookie?: never;
        };
        /** The deployments of an environment, newest first */
        get: operations["listDeployments"];
        put?: never;
        /**
         * Start a deployment
         * @description `delta_id` changes what the environment's base deployment left; `set_id` deploys a set as it is; neither deploys the base again. An environment deploys one thing at a time.
         */
        post: operations["createDeployment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/envs/{envId}/deploys/{deployId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The environment. */
                envId: components["parameters"]["envId"];
                /** @description The deployment. */
                deployId: string;
            };
            cookie?: never;
        };
        /** One deployment */
        get: operations["getDeployment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/envs/{envId}/deploys/{deployId}/errors": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The environment. */
                envId: components["parameters"]["envId"];
                /** @description The deployment. */
                deployId: string;
            };
            cookie?: never;
        };
        /** What went wrong in a deployment */
        get: operations["listDeploymentErrors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/envs/{envId}/from_deploy_id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The environment. */
                envId: components["parameters"]["envId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Let the next deployment start from another one
         * @description The body is the id of a deployment of the same application. What runs now is left alone.
         */
        put: operations["rebaseEnvironment"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/envs/{envId}/resources": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The environment. */
                envId: components["parameters"]["envId"];
            };
            cookie?: never;
        };
        /** The resources that an environment has been given */
        get: operations["listActiveResources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/pipeline-criteria": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
            };
            cookie?: never;
        };
        /** Which requests start which pipelines of an application */
        get: operations["listPipelineCriteria"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/pipeline-runs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start the pipeline that answers a request to deploy
         * @description The criteria of the application's pipelines decide which one it is.
         */
        post: operations["requestDeployment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/pipelines": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
            };
            cookie?: never;
        };
        /** The pipelines of an application */
        get: operations["listPipelines"];
        put?: never;
        /** Create a pipeline */
        post: operations["createPipeline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The pipeline. */
                pipelineId: components["parameters"]["pipelineId"];
            };
            cookie?: never;
        };
        /** One pipeline */
        get: operations["getPipeline"];
        put?: never;
        post?: never;
        /** Delete a pipeline */
        delete: operations["deletePipeline"];
        options?: never;
        head?: never;
        /**
         * Give a pipeline a new definition
         * @description The body is the whole definition. Each change makes a version.
         */
        patch: operations["updatePipeline"];
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/criteria": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The pipeline. */
                pipelineId: components["parameters"]["pipelineId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a pipeline answer some of the requests to deploy
         * @description Of the criteria that fit a request, the narrowest wins. No two in an application may be the same.
         */
        post: operations["createPipelineCriteria"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/criteria/{criteriaId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The pipeline. */
                pipelineId: components["parameters"]["pipelineId"];
                /** @description The criteria. */
                criteriaId: string;
            };
            cookie?: never;
        };
        /** One set of criteria */
        get: operations["getPipelineCriteria"];
        put?: never;
        post?: never;
        /** Stop a pipeline from answering those requests */
        delete: operations["deletePipelineCriteria"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The pipeline. */
                pipelineId: components["parameters"]["pipelineId"];
            };
            cookie?: never;
        };
        /** The runs of a pipeline, newest first */
        get: operations["listPipelineRuns"];
        put?: never;
        /** Start a run of a pipeline */
        post: operations["createPipelineRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The pipeline. */
                pipelineId: components["parameters"]["pipelineId"];
                /** @description The run of the pipeline. */
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        /** One run */
        get: operations["getPipelineRun"];
        put?: never;
        post?: never;
        /** Delete a run that has ended */
        delete: operations["deletePipelineRun"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The pipeline. */
                pipelineId: components["parameters"]["pipelineId"];
                /** @description The run of the pipeline. */
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a run to stop
         * @description A queued run ends at once; one that executes ends when what it does can be interrupted.
         */
        post: operations["cancelPipelineRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The pipeline. */
                pipelineId: components["parameters"]["pipelineId"];
                /** @description The run of the pipeline. */
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        /** The jobs of a run */
        get: operations["listPipelineJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/jobs/{jobId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The pipeline. */
                pipelineId: components["parameters"]["pipelineId"];
                /** @description The run of the pipeline. */
                runId: components["parameters"]["runId"];
                /** @description The job, by its key in the pipeline's definition. */
                jobId: components["parameters"]["jobId"];
            };
            cookie?: never;
        };
        /** One job with its steps */
        get: operations["getPipelineJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/jobs/{jobId}/approvals/{approvalId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The pipeline. */
                pipelineId: components["parameters"]["pipelineId"];
                /** @description The run of the pipeline. */
                runId: components["parameters"]["runId"];
                /** @description The job, by its key in the pipeline's definition. */
                jobId: components["parameters"]["jobId"];
                /** @description The approval. */
                approvalId: string;
            };
            cookie?: never;
        };
        /** One approval */
        get: operations["getApproval"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/jobs/{jobId}/approvals/{approvalId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The pipeline. */
                pipelineId: components["parameters"]["pipelineId"];
                /** @description The run of the pipeline. */
                runId: components["parameters"]["runId"];
                /** @description The job, by its key in the pipeline's definition. */
                jobId: components["parameters"]["jobId"];
                /** @description The approval. */
                approvalId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let the job go on
         * @description Takes the right to deploy to the approval's environment. Only while it is waiting.
         */
        post: operations["approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/jobs/{jobId}/approvals/{approvalId}/deny": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The pipeline. */
                pipelineId: components["parameters"]["pipelineId"];
                /** @description The run of the pipeline. */
                runId: components["parameters"]["runId"];
                /** @description The job, by its key in the pipeline's definition. */
                jobId: components["parameters"]["jobId"];
                /** @description The approval. */
                approvalId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let the job fail
         * @description Takes the right to deploy to the approval's environment. Only while it is waiting.
         */
        post: operations["deny"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/jobs/{jobId}/steps/{stepIndex}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The pipeline. */
                pipelineId: components["parameters"]["pipelineId"];
                /** @description The run of the pipeline. */
                runId: components["parameters"]["runId"];
                /** @description The job, by its key in the pipeline's definition. */
                jobId: components["parameters"]["jobId"];
                /** @description The place of the step in its job, from 0. */
                stepIndex: number;
            };
            cookie?: never;
        };
        /** What a step has written */
        get: operations["listPipelineStepLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/restart": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The pipeline. */
                pipelineId: components["parameters"]["pipelineId"];
                /** @description The run of the pipeline. */
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start a new run like one that has ended */
        post: operations["restartPipelineRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/schema": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The pipeline. */
                pipelineId: components["parameters"]["pipelineId"];
            };
            cookie?: never;
        };
        /** The definition of a pipeline */
        get: operations["getPipelineDefinition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The pipeline. */
                pipelineId: components["parameters"]["pipelineId"];
            };
            cookie?: never;
        };
        /** The versions of a pipeline */
        get: operations["listPipelineVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/sets": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
            };
            cookie?: never;
        };
        /** The deployment sets that an application has had */
        get: operations["listSets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/sets/{setId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The set. Any number of zeros stands for the empty one. */
                setId: string;
            };
            cookie?: never;
        };
        /** One deployment set, or how it differs from another */
        get: operations["getSet"];
        put?: never;
        /**
         * Apply a delta to a set
         * @description Sets never change; the answer is the id of the set that comes out.
         */
        post: operations["applyDelta"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/sets/{setId}/diff/{sourceSetId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The set. Any number of zeros stands for the empty one. */
                setId: string;
                /** @description The set to start from. */
                sourceSetId: string;
            };
            cookie?: never;
        };
        /** The changes that lead from one set to another */
        get: operations["diffSets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/artefact-versions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        /** The artefact versions of an organization */
        get: operations["listArtefactVersionsInOrg"];
        put?: never;
        /**
         * Register a version of an artefact
         * @description The artefact itself comes into being with its first version.
         */
        post: operations["createArtefactVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/artefact-versions/convert-score": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a Score specification makes of a deployment set
         * @description Nothing is stored.
         */
        post: operations["convertScoreToSet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/artefact-versions/{artefactVersionId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The version of the artefact; a UUID. */
                artefactVersionId: string;
            };
            cookie?: never;
        };
        /** One version of an artefact */
        get: operations["getArtefactVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/artefact-versions/{artefactVersionId}/workload-deployment-set": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The version of the artefact; a UUID. */
                artefactVersionId: string;
            };
            cookie?: never;
        };
        /** The deployment set that a workload version makes */
        get: operations["getArtefactVersionSet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/artefact-versions/{artefactVersionId}/workload-spec": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The version of the artefact; a UUID. */
                artefactVersionId: string;
            };
            cookie?: never;
        };
        /** The specification that a workload version was registered with */
        get: operations["getArtefactVersionSpec"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/artefacts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        /** The artefacts of an organization */
        get: operations["listArtefacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/artefacts/{artefactId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The artefact. */
                artefactId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete an artefact with all its versions */
        delete: operations["deleteArtefact"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/artefacts/{artefactId}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The artefact; a UUID. */
                artefactId: string;
            };
            cookie?: never;
        };
        /** The versions of one artefact */
        get: operations["listArtefactVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/artefacts/{artefactId}/versions/{versionId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The artefact; a UUID. */
                artefactId: string;
                /** @description The version; a UUID. */
                versionId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Archive a version, or take it back out */
        patch: operations["updateArtefactVersion"];
        trace?: never;
    };
    "/orgs/{orgId}/env-types": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        /** The environment types of an organization */
        get: operations["listEnvironmentTypes"];
        put?: never;
        /** Create an environment type */
        post: operations["createEnvironmentType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/env-types/{envTypeId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The environment type. */
                envTypeId: string;
            };
            cookie?: never;
        };
        /** One environment type */
        get: operations["getEnvironmentType"];
        put?: never;
        post?: never;
        /** Delete an environment type that no environment has */
        delete: operations["deleteEnvironmentType"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/pipeline-runs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        /** The runs of an organization, newest first */
        get: operations["listPipelineRunsInOrg"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/pipeline-schemas/latest": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        /** The JSON Schema of pipeline definitions */
        get: operations["getPipelineSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/pipelines": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        /** The pipelines of an organization */
        get: operations["listPipelinesInOrg"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ActiveResourceResponse: {
            org_id: string;
            app_id: string;
            env_id: string;
            env_type: string;
            /** @description Its place in the set, such as `modules.web.externals.db` or `shared.dns`. */
            res_id: string;
            /** @description Tells it from every other resource, anywhere. */
            gu_res_id: string;
            type: string;
            class: string;
            /** @description The resource definition that it was made from. */
            def_id: string;
            def_version_id: string;
            /** @description The version of the definition to use next, when pinned. */
            target_def_version_id?: string;
            /** @description The matching criterion that chose the definition. */
            criteria_id?: string;
            driver_type: string;
            driver_account?: string;
            /** @enum {string} */
            status: "pending" | "active" | "deleting";
            /** @description Its outputs, secrets apart. */
            resource: {
                [key: string]: unknown;
            };
            /** @description Where its secret outputs are kept. */
            secret_refs: {
                [key: string]: unknown;
            };
            /** @description The last deployment that needed it. */
            deploy_id: string;
            scheduled_deletion: boolean;
            updated_at: components["schemas"]["Timestamp"];
        };
        ApplicationCreationRequest: {
            id: components["schemas"]["Id"];
            /** @description What people call it. */
            name: string;
            env?: components["schemas"]["EnvironmentBaseRequest"];
            /** @description Start without any environment. */
            skip_environment_creation?: boolean;
        };
        ApplicationResponse: {
            id: components["schemas"]["Id"];
            name: string;
            org_id: string;
            created_at: components["schemas"]["Timestamp"];
            /** @description The id of a user. */
            created_by: string;
            envs: components["schemas"]["EnvironmentBaseResponse"][];
            status: components["schemas"]["LifecycleStatus"];
            status_changed_at: components["schemas"]["Timestamp"];
            status_message?: string;
        };
        ArtefactResponse: {
            /** Format: uuid */
            id: string;
            /** @description For containers, the image without its tag. */
            name: string;
            /** @description `container` or `workload`. */
            type: string;
            created_at?: components["schemas"]["Timestamp"];
            /** @description The id of a user. */
            created_by?: string;
            updated_at?: components["schemas"]["Timestamp"];
            /** @description The id of a user. */
            updated_by?: string;
        };
        ArtefactVersion: {
            /** @enum {string} */
            type: "container" | "workload";
        } & (components["schemas"]["ContainerArtefactVersion"] | components["schemas"]["WorkloadArtefactVersion"]);
        /** @description A commit in Git, in full or shortened to no less than five digits. */
        Commit: string;
        /**
         * Format: date-time
         * @description The end. Absent while it goes on.
         */
        CompletedAt: string;
        ContainerArtefactVersion: {
            /** @constant */
            type: "container";
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            artefact_id: string;
            name: string;
            version?: string;
            /** @description May be empty. */
            ref: string;
            /** @description May be empty. */
            commit: string;
            /** @description May be empty. */
            digest: string;
            archived: boolean;
            created_at?: components["schemas"]["Timestamp"];
            /** @description The id of a user. */
            created_by?: string;
            updated_at?: components["schemas"]["Timestamp"];
            /** @description The id of a user. */
            updated_by?: string;
        };
        ConvertScoreToSetBody: {
            /** @description The Score specification. */
            spec: {
                [key: string]: unknown;
            };
            /** @description For containers of the specification without one, or with `.`. */
            image?: string;
            /** @description Merged over the specification. */
            overrides?: {
                [key: string]: unknown;
            };
            /** @description Single values to set, by dotted path; null takes one out. */
            property_overrides?: {
                [key: string]: unknown;
            };
            /** @description Types of the specification's resources, and what they are called in the set. */
            resource_type_aliases?: {
                [key: string]: string;
            };
            extensions?: components["schemas"]["ScoreHumanitecExtensions"];
        };
        CreateArtefactVersion: {
            /** @enum {string} */
            type: "container" | "workload";
        } & (components["schemas"]["CreateContainerArtefactVersion"] | components["schemas"]["CreateWorkloadArtefactVersion"]);
        /** @description An image in a registry. */
        CreateContainerArtefactVersion: {
            /** @constant */
            type: "container";
            /** @description The image without tag and digest, such as `ghcr.io/acme/web`. */
            name: string;
            /** @description The tag of the image, as a rule. */
            version?: string;
            /** @description Where it was built from, such as `refs/heads/main`. */
            ref?: string;
            commit?: components["schemas"]["Commit"];
            /** @description The digest of the image, such as `sha256:…`. */
            digest?: string;
        };
        /** @description A workload, described in Score. */
        CreateWorkloadArtefactVersion: {
            /** @constant */
            type: "workload";
            name: string;
            version?: string;
            ref?: string;
            commit?: components["schemas"]["Commit"];
            /** @description The Score specification. */
            spec: {
                [key: string]: unknown;
            };
            /** @description For containers of the specification without one, or with `.`. */
            image?: string;
            /** @description Merged over the specification. */
            overrides?: {
                [key: string]: unknown;
            };
            /** @description Single values to set, by dotted path; null takes one out. */
            property_overrides?: {
                [key: string]: unknown;
            };
            resource_type_aliases?: {
                [key: string]: string;
            };
            extensions?: components["schemas"]["ScoreHumanitecExtensions"];
        };
        DeltaMetadataRequest: {
            env_id?: components["schemas"]["Id"];
            name?: string;
            archived?: boolean;
            /** @description Whether others see it as theirs too; not about shared resources. */
            shared?: boolean;
            /** @description Spelled so. */
            contributers?: string[] | null;
            created_at?: components["schemas"]["Timestamp"];
            created_by?: string;
            last_modified_at?: components["schemas"]["Timestamp"];
        };
        DeltaMetadataResponse: {
            env_id?: components["schemas"]["Id"];
            name?: string;
            archived: boolean;
            shared?: boolean;
            /** @description Who changed it, apart from its author. */
            contributers?: string[];
            created_at: components["schemas"]["Timestamp"];
            /** @description The id of a user. */
            created_by: string;
            last_modified_at: components["schemas"]["Timestamp"];
        };
        DeltaRequest: {
            /** @description Ignored. */
            id?: string;
            metadata?: components["schemas"]["DeltaMetadataRequest"];
            modules?: components["schemas"]["ModuleDeltasRequest"];
            /** @description Changes to the shared resources. */
            shared?: components["schemas"]["UpdateActionRequest"][] | null;
        };
        DeltaResponse: {
            id: string;
            metadata: components["schemas"]["DeltaMetadataResponse"];
            modules: components["schemas"]["ModuleDeltasResponse"];
            shared: components["schemas"]["UpdateActionResponse"][];
        };
        DeployConditionRequest: {
            when?: string;
            success?: string;
            /** @description In seconds. */
            timeout?: number;
        };
        /** @description What a deployment waits for before it calls this workload done. */
        DeployConditionResponse: {
            /** @description `before`, `deploy` or `after`. */
            when: string;
            /** @description `deploy`, `available` or `complete`. */
            success: string;
            /** @description In seconds. */
            timeout: number;
        };
        DeploymentErrorResponse: {
            /** @description What kind of thing failed, such as `workload`. */
            scope: string;
            /** @description Which of them, such as `my-service`. */
            object_id: string;
            /** @description A code for programs, such as CLD-001. */
            code: string;
            error_type: string;
            /** @description One line. */
            summary: string;
            /** @description The whole story. */
            message: string;
        };
        /** @description The step of a pipeline's run that deploys. */
        DeploymentPipelineReferenceRequest: {
            /** @description The pipeline. */
            id?: string;
            run_id?: string;
            job_id?: string;
            step_index?: number;
        };
        /** @description The step of a pipeline's run that started the deployment. */
        DeploymentPipelineReferenceResponse: {
            /** @description The pipeline. */
            id: string;
            run_id: string;
            job_id: string;
            step_index: number;
        };
        DeploymentRequest: {
            /** @description Why this is deployed. */
            comment?: string;
            /** @description The changes to make. Wins over `set_id`. */
            delta_id?: string;
            /** @description The set to deploy, whatever the environment had. */
            set_id?: string;
            /** @description The version of the shared values to use; the newest one when absent. */
            value_set_version_id?: string | null;
            /** @enum {string} */
            mode?: "full" | "incremental";
            pipeline?: components["schemas"]["DeploymentPipelineReferenceRequest"];
        };
        DeploymentResponse: {
            id: string;
            env_id: string;
            /** @description What the environment consists of after this deployment. */
            set_id: string;
            /** @description The changes that led to `set_id`, where there were any. */
            delta_id?: string;
            /** @description The deployment that this one started from; empty for the first. */
            from_id: string;
            value_set_version_id?: string | null;
            comment: string;
            /** @description `full` or `incremental`. */
            mode?: string;
            status: components["schemas"]["DeploymentStatus"];
            status_changed_at: components["schemas"]["Timestamp"];
            created_at: components["schemas"]["Timestamp"];
            /** @description The id of a user. */
            created_by: string;
            pipeline?: components["schemas"]["DeploymentPipelineReferenceResponse"];
            dependency_graph_id?: string;
            legacy_mode?: boolean;
            operator_version?: string;
            /** @description May be empty. */
            export_status: string;
            /** @description May be empty. */
            export_file: string;
        };
        /**
         * @description The last two are ends.
         * @enum {string}
         */
        DeploymentStatus: "pending" | "in progress" | "succeeded" | "failed";
        /**
         * @description `deploy` fits requests with a delta or a set, `re-deploy` those that repeat a deployment; both when absent. `redeploy` is another spelling of the second.
         * @enum {string}
         */
        DeploymentType: "deploy" | "re-deploy" | "redeploy";
        /** @description The environment that a new application starts with. */
        EnvironmentBaseRequest: {
            id: components["schemas"]["Id"];
            name: string;
            /** @description The id of an environment type. */
            type: string;
        };
        /** @description An environment in short, as its application lists it. */
        EnvironmentBaseResponse: {
            id: components["schemas"]["Id"];
            name: string;
            type: string;
        };
        EnvironmentDefinitionRequest: {
            id: components["schemas"]["Id"];
            /** @description What people call it. */
            name: string;
            /** @description The id of an environment type. */
            type?: string;
            /** @description A deployment of the same application to start from. */
            from_deploy_id?: string;
        };
        EnvironmentResponse: {
            id: components["schemas"]["Id"];
            name: string;
            type: string;
            created_at: components["schemas"]["Timestamp"];
            /** @description The id of a user. */
            created_by: string;
            status: components["schemas"]["LifecycleStatus"];
            status_changed_at: components["schemas"]["Timestamp"];
            status_message?: string;
            from_deploy?: components["schemas"]["DeploymentResponse"];
            last_deploy?: components["schemas"]["DeploymentResponse"];
        };
        EnvironmentTypeRequest: {
            id: components["schemas"]["Id"];
            description?: string;
        };
        EnvironmentTypeResponse: {
            id: components["schemas"]["Id"];
            /** @description May be empty. */
            description: string;
        };
        /** @description An environment that keeps its type from being deleted. */
        EnvironmentTypeUse: {
            app_id: string;
            env_id: string;
        } & {
            [key: string]: string;
        };
        /** @description Why a request was refused. */
        ErrorResponse: {
            /** @description A code for programs, such as API-000. */
            error: string;
            /** @description A sentence for people. */
            message: string;
            /** @description What a program may want to know besides. */
            details?: {
                [key: string]: unknown;
            };
        };
        /** @description The state of a run, a job or a step, such as `queued`, `executing`, `succeeded`, `failed` or `cancelled`. There is no closed list; `completed_at` says whether it is the last. */
        ExecutionStatus: string;
        /** @description Lower-case letters and digits, with single hyphens between them; at least two characters. */
        Id: string;
        /**
         * @description Whether an application or an environment is there, or being torn down.
         * @enum {string}
         */
        LifecycleStatus: "active" | "deleting";
        /** @description What happens to the workloads, by their ids. */
        ModuleDeltasRequest: {
            /** @description Workloads to add, or to replace whole. */
            add?: {
                [key: string]: components["schemas"]["ModuleRequest"];
            } | null;
            /** @description Workloads to take out. */
            remove?: string[] | null;
            /** @description Changes inside workloads that stay. */
            update?: {
                [key: string]: components["schemas"]["UpdateActionRequest"][];
            } | null;
            /** @description Another spelling of `update`, found in samples. Answers never have it. */
            updates?: {
                [key: string]: components["schemas"]["UpdateActionRequest"][];
            } | null;
        };
        ModuleDeltasResponse: {
            add: {
                [key: string]: components["schemas"]["ModuleResponse"];
            };
            remove: string[];
            update: {
                [key: string]: components["schemas"]["UpdateActionResponse"][];
            };
        };
        /** @description A workload. `null` only undoes an earlier removal. */
        ModuleRequest: {
            profile?: string;
            spec?: {
                [key: string]: unknown;
            } | null;
            externals?: {
                [key: string]: unknown;
            } | null;
            deploy?: components["schemas"]["DeployConditionRequest"];
        } | null;
        /** @description A workload. */
        ModuleResponse: {
            profile: string;
            spec: {
                [key: string]: unknown;
            };
            /** @description Resources of this workload alone. */
            externals: {
                [key: string]: unknown;
            };
            deploy?: components["schemas"]["DeployConditionResponse"];
        };
        Pipeline: {
            id: string;
            etag: string;
            org_id: string;
            app_id: string;
            name: string;
            status: string;
            /** @description The id of its newest version. */
            version: string;
            created_at: components["schemas"]["Timestamp"];
            /** @description What can start it, such as `pipeline_call`. */
            trigger_types: string[];
            metadata?: {
                [key: string]: string;
            };
        };
        PipelineApprovalRequest: {
            /** Format: uuid */
            id: string;
            org_id: string;
            app_id: string;
            pipeline_id: string;
            run_id: string;
            job_id: string;
            /** @description The environment that is to be deployed to. */
            env_id: string;
            /** @description What the pipeline's author wants to be asked. */
            message: string;
            created_at: components["schemas"]["Timestamp"];
            status: components["schemas"]["PipelineApprovalStatus"];
            /** @description Who decided, whichever way. */
            approved_by?: string;
            approved_at?: components["schemas"]["Timestamp"];
        };
        /** @enum {string} */
        PipelineApprovalStatus: "waiting" | "approved" | "denied" | "cancelled";
        PipelineCriteria: {
            /** @enum {string} */
            trigger: "deployment_request";
            /** Format: uuid */
            id: string;
            pipeline_id: string;
            pipeline_name: string;
            app_id?: string;
            env_type?: string;
            env_id?: string;
            deployment_type?: components["schemas"]["DeploymentType"];
        };
        PipelineCriteriaCreateBody: {
            /** @enum {string} */
            trigger: "deployment_request";
            /** @description The application of the pipeline; what else it could be is refused. */
            app_id?: string;
            /** @description Only environments of this type. */
            env_type?: string;
            /** @description Only this environment. */
            env_id?: string;
            deployment_type?: components["schemas"]["DeploymentType"];
        };
        /** @description What a pipeline is and does, as its author writes it in YAML. */
        PipelineDefinition: {
            /** @description Made up when absent. */
            id?: string;
            /** @description What people call it. */
            name: string;
            /** @description What starts it. */
            on: {
                [key: string]: unknown;
            };
            /** @description What it does, by job. */
            jobs: {
                [key: string]: unknown;
            };
            metadata?: {
                [key: string]: string;
            };
        } & {
            [key: string]: unknown;
        };
        PipelineJob: components["schemas"]["PipelineJobPartial"] & {
            steps: components["schemas"]["PipelineStep"][];
        };
        PipelineJobPartial: {
            /** @description Its key in the pipeline's definition. */
            id: string;
            name: string;
            etag: string;
            org_id: string;
            app_id: string;
            pipeline_id: string;
            pipeline_version: string;
            run_id: string;
            status: components["schemas"]["ExecutionStatus"];
            status_message: string;
            /** @description What the job waits for, such as a deployment or an approval. */
            waiting_for?: string;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
            cancellation_requested_at?: components["schemas"]["Timestamp"];
            completed_at?: components["schemas"]["CompletedAt"];
            timeout_seconds: number;
        };
        PipelineRun: {
            id: string;
            etag: string;
            org_id: string;
            app_id: string;
            /** @description The environments touched so far. */
            env_ids: string[];
            pipeline_id: string;
            pipeline_version: string;
            status: components["schemas"]["ExecutionStatus"];
            status_message: string;
            created_at: components["schemas"]["Timestamp"];
            /** @description The id of a user. */
            created_by: string;
            executing_at?: components["schemas"]["Timestamp"];
            cancellation_requested_at?: components["schemas"]["Timestamp"];
            completed_at?: components["schemas"]["CompletedAt"];
            timeout_seconds: number;
            trigger: string;
            inputs: {
                [key: string]: unknown;
            };
            /** @description The user whose rights the run has. */
            run_as: string;
            /** @description In one application, runs of a group go one after the other. */
            concurrency_group?: string;
            /** @description What each job waits for. */
            waiting_for: {
                [key: string]: string;
            };
        };
        PipelineRunCreateBody: {
            /** @description What the pipeline's trigger asks for. */
            inputs: {
                [key: string]: unknown;
            };
        };
        /** @description Of `delta_id`, `set_id` and `deployment_id` only one may be given. */
        PipelineRunCreateByTriggerCriteriaBody: {
            /** @enum {string} */
            trigger: "deployment_request";
            /** @description Where to deploy. */
            env_id?: string;
            /**
             * @deprecated
             * @description The old name of `env_id`.
             */
            environment?: string;
            /** @description The changes to deploy. */
            delta_id?: string;
            /** @description The set to deploy. */
            set_id?: string;
            /** @description The deployment to repeat, with its set and its shared values. */
            deployment_id?: string;
            /** @description Only with `delta_id` or `set_id`. */
            value_set_version_id?: string;
            comment?: string;
            mode?: string;
        };
        PipelineStep: {
            /** @description Its place in the job, from 0. */
            index: number;
            name: string;
            /** @description What it runs, such as `actions/humanitec/deploy@v1`. */
            uses: string;
            status: components["schemas"]["ExecutionStatus"];
            status_message: string;
            created_at: components["schemas"]["Timestamp"];
            completed_at?: components["schemas"]["CompletedAt"];
            timeout_seconds: number;
            /** @description What it works on, such as `env_id` and `deployment_id`. */
            related_entities: {
                [key: string]: string;
            };
        };
        PipelineStepLog: {
            at: components["schemas"]["Timestamp"];
            level: string;
            message: string;
        };
        PipelineVersion: {
            id: string;
            org_id: string;
            app_id: string;
            pipeline_id: string;
            /** @description The id of a user. */
            created_by: string;
            created_at: components["schemas"]["Timestamp"];
        };
        /** @description The changes that lead from one set to another; not stored. */
        PlainDeltaResponse: {
            modules: components["schemas"]["ModuleDeltasResponse"];
            shared: components["schemas"]["UpdateActionResponse"][];
        };
        /** @description The role that the user holds on each thing. */
        RolesResponse: {
            [key: string]: string;
        };
        /** @description What Score has no words for. */
        ScoreHumanitecExtensions: {
            apiVersion: string;
            profile?: string;
            spec?: {
                [key: string]: unknown;
            };
            deploy?: {
                /** @enum {string} */
                when?: "before" | "deploy" | "after";
                /** @enum {string} */
                success?: "deploy" | "available" | "complete";
                /** @description In seconds. */
                timeout?: number;
            };
        };
        SetResponse: {
            /** @description Follows from the content alone: equal sets have equal ids. */
            id: string;
            /** @description The workloads. */
            modules: {
                [key: string]: components["schemas"]["ModuleResponse"];
            };
            /** @description The shared resources. */
            shared: {
                [key: string]: unknown;
            };
            version: number;
        };
        /**
         * Format: date-time
         * @description An instant in UTC, such as 2024-05-21T09:30:00.123Z.
         */
        Timestamp: string;
        /** @description One change, in a dialect of JSON Patch. */
        UpdateActionRequest: {
            op?: components["schemas"]["UpdateOperation"];
            /** @description A JSON pointer. */
            path?: string;
            /** @description Anything. */
            value?: unknown;
            /** @description Not used. */
            from?: string;
        };
        UpdateActionResponse: {
            op: components["schemas"]["UpdateOperation"];
            path: string;
            /** @description Anything. */
            value?: unknown;
            from?: string;
        };
        UpdateArtefactVersionPayloadRequest: {
            archived: boolean | null;
        };
        /** @enum {string} */
        UpdateOperation: "add" | "remove" | "replace";
        UserProfileExtendedRequest: {
            id?: string;
            name?: string;
            email?: string;
            type?: string;
            created_at?: components["schemas"]["Timestamp"];
            properties?: {
                [key: string]: unknown;
            };
            roles?: {
                [key: string]: string;
            };
        };
        UserProfileExtendedResponse: {
            id: string;
            name: string;
            /** @description Absent for service users without one. */
            email?: string;
            /** @description `user`, `service` or `system`. */
            type: string;
            created_at: components["schemas"]["Timestamp"];
            /** @description Settings that the caller keeps here. */
            properties: {
                [key: string]: unknown;
            };
            roles: components["schemas"]["RolesResponse"];
        };
        WorkloadArtefactVersion: {
            /** @constant */
            type: "workload";
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            artefact_id: string;
            name: string;
            version?: string;
            ref?: string;
            commit?: string;
            archived: boolean;
            created_at?: components["schemas"]["Timestamp"];
            /** @description The id of a user. */
            created_by?: string;
            updated_at?: components["schemas"]["Timestamp"];
            /** @description The id of a user. */
            updated_by?: string;
        };
        WorkloadArtefactVersionDeploymentSet: {
            modules: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            shared: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
        };
    };
    responses: {
        /** @description Something in the request is missing, malformed or contradictory. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description It exists already, or its present state does not allow this. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The token is valid, and does not allow this. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The server failed. */
        InternalError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Something that the path or the request names does not exist. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The object is not the one that If-Match asked for. */
        PreconditionFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The delta or the set does not exist, said as a plain JSON string; or the organization or the application does not, said in the usual form. */
        TextNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": string | components["schemas"]["ErrorResponse"];
            };
        };
        /** @description There is no token, or it is not valid. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Any other refusal or failure; a client has to expect 405, 415, 422, 429 and 5xx from everywhere. */
        Unexpected: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The body can be read, and is not what this operation takes. */
        UnprocessableContent: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
    };
    parameters: {
        /** @description The media type to answer in. */
        accept: string;
        /** @description The application. */
        appId: components["schemas"]["Id"];
        /** @description Only what belongs to these applications. */
        byApps: string[];
        /** @description Only what belongs to these pipelines. */
        byPipelines: string[];
        /** @description Only what is in one of these states. */
        byStatuses: string[];
        /** @description Check the request and answer 204, but store nothing. */
        dryRun: boolean;
        /** @description The environment. */
        envId: string;
        /** @description Names this attempt, so that sending it again does not start a second run. */
        idempotencyKey: string;
        /** @description The ETag that the object must still have. Without it there is no condition. */
        ifMatch: string;
        /** @description The job, by its key in the pipeline's definition. */
        jobId: string;
        /** @description The organization. */
        orgId: components["schemas"]["Id"];
        /** @description Which page, as a Link header named it. Not for building by hand. */
        page: string;
        /** @description How many items a page may hold. */
        perPage: number;
        /** @description The pipeline. */
        pipelineId: string;
        /** @description The run of the pipeline. */
        runId: string;
    };
    requestBodies: never;
    headers: {
        /** @description Names the state of the object that was sent; give it back in If-Match. */
        ETag: string;
        /** @description Where the next page is, as rel="next". Absent on the last page. */
        Link: string;
        /** @description Where to ask instead. It may be another host, which must not be shown the token. */
        Location: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getCurrentUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The profile of the caller. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserProfileExtendedResponse"];
                };
            };
            /** @description There is no token. The body is empty. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The token belongs to nobody. The body is empty. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Unexpected"];
        };
    };
    updateCurrentUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserProfileExtendedRequest"];
            };
        };
        responses: {
            /** @description The profile as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserProfileExtendedResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description There is no token. The body is empty. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The token belongs to nobody. The body is empty. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Unexpected"];
        };
    };
    listApplications: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every application that the caller may see. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationResponse"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    createApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationCreationRequest"];
            };
        };
        responses: {
            /** @description The new application. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Unexpected"];
        };
    };
    getApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The application. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; resources are still being torn down. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The application is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    listApprovals: {
        parameters: {
            query?: {
                /** @description Only what belongs to these pipelines. */
                pipeline?: components["parameters"]["byPipelines"];
                /** @description Only those that these runs asked for. */
                run?: string[];
                /** @description Only those in this state. */
                status?: components["schemas"]["PipelineApprovalStatus"];
                /** @description How many items a page may hold. */
                per_page?: components["parameters"]["perPage"];
                /** @description Which page, as a Link header named it. Not for building by hand. */
                page?: components["parameters"]["page"];
            };
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of approvals. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineApprovalRequest"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    listDeltas: {
        parameters: {
            query?: {
                /** @description The archived ones instead of the others. */
                archived?: boolean;
                /** @description Only those meant for this environment. */
                env?: components["schemas"]["Id"];
            };
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The deltas. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeltaResponse"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    createDelta: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeltaRequest"];
            };
        };
        responses: {
            /** @description The new delta. A client has to expect its bare id as well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string | components["schemas"]["DeltaResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Unexpected"];
        };
    };
    getDelta: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The delta. */
                deltaId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delta. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeltaResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TextNotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    replaceDelta: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The delta. */
                deltaId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeltaRequest"];
            };
        };
        responses: {
            /** @description The delta has the new content. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TextNotFound"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Unexpected"];
        };
    };
    mergeDeltas: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The delta. */
                deltaId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeltaRequest"][];
            };
        };
        responses: {
            /** @description The merged delta. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeltaResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TextNotFound"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Unexpected"];
        };
    };
    archiveDelta: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The delta. */
                deltaId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": boolean;
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TextNotFound"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Unexpected"];
        };
    };
    changeDeltaEnvironment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The delta. */
                deltaId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Id"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TextNotFound"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Unexpected"];
        };
    };
    renameDelta: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The delta. */
                deltaId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string;
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TextNotFound"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Unexpected"];
        };
    };
    listEnvironments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every environment. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvironmentResponse"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    createEnvironment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnvironmentDefinitionRequest"];
            };
        };
        responses: {
            /** @description The new environment. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvironmentResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Unexpected"];
        };
    };
    getEnvironment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The environment. */
                envId: components["parameters"]["envId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The environment. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvironmentResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteEnvironment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The environment. */
                envId: components["parameters"]["envId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; resources are still being torn down. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The environment is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is the only environment of its application. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    listDeployments: {
        parameters: {
            query?: {
                /** @description Only those that this run started: the pipeline's id, a comma, the run's id. */
                pipelineRunId?: string;
            };
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The environment. */
                envId: components["parameters"]["envId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every deployment. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeploymentResponse"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    createDeployment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The environment. */
                envId: components["parameters"]["envId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeploymentRequest"];
            };
        };
        responses: {
            /** @description The deployment, under way. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeploymentResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Unexpected"];
        };
    };
    getDeployment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The environment. */
                envId: components["parameters"]["envId"];
                /** @description The deployment. */
                deployId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The deployment. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeploymentResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    listDeploymentErrors: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The environment. */
                envId: components["parameters"]["envId"];
                /** @description The deployment. */
                deployId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The errors; none when all went well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeploymentErrorResponse"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    rebaseEnvironment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The environment. */
                envId: components["parameters"]["envId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string;
            };
        };
        responses: {
            /** @description The next deployment starts from that one. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Unexpected"];
        };
    };
    listActiveResources: {
        parameters: {
            query?: {
                /** @description Only those that are about to be deleted, or only those that are not. */
                scheduled_deletion?: boolean;
            };
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The environment. */
                envId: components["parameters"]["envId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every resource. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActiveResourceResponse"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            default: components["responses"]["Unexpected"];
        };
    };
    listPipelineCriteria: {
        parameters: {
            query?: {
                /** @description Only those of this pipeline. */
                pipeline?: string;
                /** @description Only those with these values, as `match[env_type]=production`. */
                match?: {
                    [key: string]: string;
                };
                /** @description How many items a page may hold. */
                per_page?: components["parameters"]["perPage"];
                /** @description Which page, as a Link header named it. Not for building by hand. */
                page?: components["parameters"]["page"];
            };
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of criteria. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineCriteria"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    requestDeployment: {
        parameters: {
            query?: {
                /** @description Check the request and answer 204, but store nothing. */
                dry_run?: components["parameters"]["dryRun"];
            };
            header?: {
                /** @description Names this attempt, so that sending it again does not start a second run. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PipelineRunCreateByTriggerCriteriaBody"];
            };
        };
        responses: {
            /** @description The new run. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineRun"];
                };
            };
            /** @description The request is valid and a pipeline answers it; no run was started. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Unexpected"];
        };
    };
    listPipelines: {
        parameters: {
            query?: {
                /** @description How many items a page may hold. */
                per_page?: components["parameters"]["perPage"];
                /** @description Which page, as a Link header named it. Not for building by hand. */
                page?: components["parameters"]["page"];
                /** @description Only those that this trigger can start. */
                trigger?: string;
                /** @description Only those with these entries in their metadata, as `metadata[key]=value`. */
                metadata?: {
                    [key: string]: string;
                };
            };
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of pipelines. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pipeline"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    createPipeline: {
        parameters: {
            query?: {
                /** @description Check the request and answer 204, but store nothing. */
                dry_run?: components["parameters"]["dryRun"];
            };
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-yaml": components["schemas"]["PipelineDefinition"];
            };
        };
        responses: {
            /** @description The new pipeline. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pipeline"];
                };
            };
            /** @description The definition is valid; nothing was stored. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            default: components["responses"]["Unexpected"];
        };
    };
    getPipeline: {
        parameters: {
            query?: {
                /** @description A version of the pipeline; the newest when absent. */
                version?: string;
            };
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The pipeline. */
                pipelineId: components["parameters"]["pipelineId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The pipeline. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pipeline"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    deletePipeline: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the object must still have. Without it there is no condition. */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The pipeline. */
                pipelineId: components["parameters"]["pipelineId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; the pipeline is still being taken down. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The pipeline is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            default: components["responses"]["Unexpected"];
        };
    };
    updatePipeline: {
        parameters: {
            query?: {
                /** @description Check the request and answer 204, but store nothing. */
                dry_run?: components["parameters"]["dryRun"];
            };
            header?: {
                /** @description The ETag that the object must still have. Without it there is no condition. */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The pipeline. */
                pipelineId: components["parameters"]["pipelineId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-yaml": components["schemas"]["PipelineDefinition"];
            };
        };
        responses: {
            /** @description The pipeline. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pipeline"];
                };
            };
            /** @description The definition is valid; nothing was stored. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            default: components["responses"]["Unexpected"];
        };
    };
    createPipelineCriteria: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The pipeline. */
                pipelineId: components["parameters"]["pipelineId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PipelineCriteriaCreateBody"];
            };
        };
        responses: {
            /** @description The new criteria. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineCriteria"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Unexpected"];
        };
    };
    getPipelineCriteria: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The pipeline. */
                pipelineId: components["parameters"]["pipelineId"];
                /** @description The criteria. */
                criteriaId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The criteria. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineCriteria"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    deletePipelineCriteria: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The pipeline. */
                pipelineId: components["parameters"]["pipelineId"];
                /** @description The criteria. */
                criteriaId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The criteria are gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    listPipelineRuns: {
        parameters: {
            query?: {
                /** @description Only runs that touched this environment. */
                env?: string;
                /** @description Only what is in one of these states. */
                status?: components["parameters"]["byStatuses"];
                /** @description Only runs that have ended, or only those that have not. */
                completed?: boolean;
                /** @description Only runs created later than this. */
                created_after?: components["schemas"]["Timestamp"];
                /** @description Only runs created earlier than this. */
                created_before?: components["schemas"]["Timestamp"];
                /** @description How many items a page may hold. */
                per_page?: components["parameters"]["perPage"];
                /** @description Which page, as a Link header named it. Not for building by hand. */
                page?: components["parameters"]["page"];
            };
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The pipeline. */
                pipelineId: components["parameters"]["pipelineId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of runs. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineRun"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    createPipelineRun: {
        parameters: {
            query?: {
                /** @description Check the request and answer 204, but store nothing. */
                dry_run?: components["parameters"]["dryRun"];
            };
            header?: {
                /** @description Names this attempt, so that sending it again does not start a second run. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The pipeline. */
                pipelineId: components["parameters"]["pipelineId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PipelineRunCreateBody"];
            };
        };
        responses: {
            /** @description The new run. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineRun"];
                };
            };
            /** @description The request is valid; no run was started. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Unexpected"];
        };
    };
    getPipelineRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The pipeline. */
                pipelineId: components["parameters"]["pipelineId"];
                /** @description The run of the pipeline. */
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineRun"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    deletePipelineRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the object must still have. Without it there is no condition. */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The pipeline. */
                pipelineId: components["parameters"]["pipelineId"];
                /** @description The run of the pipeline. */
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            default: components["responses"]["Unexpected"];
        };
    };
    cancelPipelineRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the object must still have. Without it there is no condition. */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The pipeline. */
                pipelineId: components["parameters"]["pipelineId"];
                /** @description The run of the pipeline. */
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run ends or has been cancelled before. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            default: components["responses"]["Unexpected"];
        };
    };
    listPipelineJobs: {
        parameters: {
            query?: {
                /** @description Only what is in one of these states. */
                status?: components["parameters"]["byStatuses"];
                /** @description How many items a page may hold. */
                per_page?: components["parameters"]["perPage"];
                /** @description Which page, as a Link header named it. Not for building by hand. */
                page?: components["parameters"]["page"];
            };
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The pipeline. */
                pipelineId: components["parameters"]["pipelineId"];
                /** @description The run of the pipeline. */
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of jobs, without their steps. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineJobPartial"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    getPipelineJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The pipeline. */
                pipelineId: components["parameters"]["pipelineId"];
                /** @description The run of the pipeline. */
                runId: components["parameters"]["runId"];
                /** @description The job, by its key in the pipeline's definition. */
                jobId: components["parameters"]["jobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineJob"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    getApproval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The pipeline. */
                pipelineId: components["parameters"]["pipelineId"];
                /** @description The run of the pipeline. */
                runId: components["parameters"]["runId"];
                /** @description The job, by its key in the pipeline's definition. */
                jobId: components["parameters"]["jobId"];
                /** @description The approval. */
                approvalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The approval. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineApprovalRequest"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The pipeline. */
                pipelineId: components["parameters"]["pipelineId"];
                /** @description The run of the pipeline. */
                runId: components["parameters"]["runId"];
                /** @description The job, by its key in the pipeline's definition. */
                jobId: components["parameters"]["jobId"];
                /** @description The approval. */
                approvalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The approval, given. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineApprovalRequest"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    deny: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The pipeline. */
                pipelineId: components["parameters"]["pipelineId"];
                /** @description The run of the pipeline. */
                runId: components["parameters"]["runId"];
                /** @description The job, by its key in the pipeline's definition. */
                jobId: components["parameters"]["jobId"];
                /** @description The approval. */
                approvalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The approval, refused. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineApprovalRequest"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    listPipelineStepLogs: {
        parameters: {
            query?: {
                /** @description Which page, as a Link header named it. Not for building by hand. */
                page?: components["parameters"]["page"];
            };
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The pipeline. */
                pipelineId: components["parameters"]["pipelineId"];
                /** @description The run of the pipeline. */
                runId: components["parameters"]["runId"];
                /** @description The job, by its key in the pipeline's definition. */
                jobId: components["parameters"]["jobId"];
                /** @description The place of the step in its job, from 0. */
                stepIndex: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of lines, oldest first. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineStepLog"][];
                };
            };
            /** @description The lines are kept elsewhere. */
            307: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    restartPipelineRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this attempt, so that sending it again does not start a second run. */
                "Idempotency-Key"?: components["parameters"]["idempotencyKey"];
            };
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The pipeline. */
                pipelineId: components["parameters"]["pipelineId"];
                /** @description The run of the pipeline. */
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The new run. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineRun"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Unexpected"];
        };
    };
    getPipelineDefinition: {
        parameters: {
            query?: {
                /** @description A version of the pipeline; the newest when absent. */
                version?: string;
            };
            header?: {
                /** @description The media type to answer in. */
                Accept?: components["parameters"]["accept"];
            };
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The pipeline. */
                pipelineId: components["parameters"]["pipelineId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The definition; as YAML, the very text that was stored. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineDefinition"];
                    "application/x.humanitec-pipelines-v1.0+yaml": components["schemas"]["PipelineDefinition"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    listPipelineVersions: {
        parameters: {
            query?: {
                /** @description How many items a page may hold. */
                per_page?: components["parameters"]["perPage"];
                /** @description Which page, as a Link header named it. Not for building by hand. */
                page?: components["parameters"]["page"];
            };
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The pipeline. */
                pipelineId: components["parameters"]["pipelineId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of versions. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineVersion"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    listSets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetResponse"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TextNotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    getSet: {
        parameters: {
            query?: {
                /** @description The id of a set to start from; the answer is then the changes that lead from it to this one. */
                diff?: string;
            };
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The set. Any number of zeros stands for the empty one. */
                setId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The set; with `diff`, the changes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetResponse"] | components["schemas"]["PlainDeltaResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TextNotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    applyDelta: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The set. Any number of zeros stands for the empty one. */
                setId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeltaRequest"];
            };
        };
        responses: {
            /** @description The id of the resulting set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TextNotFound"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Unexpected"];
        };
    };
    diffSets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The set. Any number of zeros stands for the empty one. */
                setId: string;
                /** @description The set to start from. */
                sourceSetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What, applied to `sourceSetId`, gives `setId`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlainDeltaResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TextNotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    listArtefactVersionsInOrg: {
        parameters: {
            query?: {
                /** @description Only of the artefact with this name. */
                name?: string;
                /** @description Only this version, as `name:version@digest`. Not together with `name`. */
                reference?: string;
                /** @description The archived ones as well. */
                archived?: boolean;
                /** @description Only this type. */
                type?: string;
            };
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArtefactVersion"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    createArtefactVersion: {
        parameters: {
            query?: {
                /** @description Where `ref` comes from. With `git`, which is the default, a ref has to start with `refs/`. */
                vcs?: string;
                /** @description Check the request and answer 204, but store nothing. */
                dry_run?: components["parameters"]["dryRun"];
            };
            header?: {
                /** @description The media type to answer in. */
                Accept?: components["parameters"]["accept"];
            };
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateArtefactVersion"];
                "multipart/form-data": components["schemas"]["CreateArtefactVersion"];
            };
        };
        responses: {
            /** @description The registered version, or, when Accept asks for it, the deployment set that it makes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArtefactVersion"];
                    "application/x.workload-deployment-set+json": components["schemas"]["WorkloadArtefactVersionDeploymentSet"];
                    "application/x.workload-deployment-set+x-yaml": components["schemas"]["WorkloadArtefactVersionDeploymentSet"];
                };
            };
            /** @description The request is valid; nothing was stored. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Unexpected"];
        };
    };
    convertScoreToSet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConvertScoreToSetBody"];
            };
        };
        responses: {
            /** @description The workload and the shared resources that it needs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkloadArtefactVersionDeploymentSet"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    getArtefactVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The version of the artefact; a UUID. */
                artefactVersionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArtefactVersion"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    getArtefactVersionSet: {
        parameters: {
            query?: never;
            header?: {
                /** @description The media type to answer in. */
                Accept?: components["parameters"]["accept"];
            };
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The version of the artefact; a UUID. */
                artefactVersionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workload and the shared resources that it needs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkloadArtefactVersionDeploymentSet"];
                    "application/x-yaml": components["schemas"]["WorkloadArtefactVersionDeploymentSet"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    getArtefactVersionSpec: {
        parameters: {
            query?: never;
            header?: {
                /** @description The media type to answer in. */
                Accept?: components["parameters"]["accept"];
            };
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The version of the artefact; a UUID. */
                artefactVersionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The Score specification. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                    "application/x-yaml": {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    listArtefacts: {
        parameters: {
            query?: {
                /** @description Only this type. */
                type?: string;
                /** @description Only this name. */
                name?: string;
            };
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The artefacts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArtefactResponse"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteArtefact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The artefact. */
                artefactId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The artefact is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    listArtefactVersions: {
        parameters: {
            query?: {
                /** @description The archived ones as well. */
                archived?: boolean;
                /** @description Only this version, as `name:version@digest`. */
                reference?: string;
                /** @description No more than this many. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The artefact; a UUID. */
                artefactId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArtefactVersion"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    updateArtefactVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The artefact; a UUID. */
                artefactId: string;
                /** @description The version; a UUID. */
                versionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateArtefactVersionPayloadRequest"];
            };
        };
        responses: {
            /** @description The version as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArtefactVersion"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Unexpected"];
        };
    };
    listEnvironmentTypes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every environment type; `development` is there from the start. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvironmentTypeResponse"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    createEnvironmentType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnvironmentTypeRequest"];
            };
        };
        responses: {
            /** @description The new environment type. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvironmentTypeResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            default: components["responses"]["Unexpected"];
        };
    };
    getEnvironmentType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The environment type. */
                envTypeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The environment type. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvironmentTypeResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteEnvironmentType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The environment type. */
                envTypeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The environment type is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description Environments of this type exist; these. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvironmentTypeUse"][];
                };
            };
            default: components["responses"]["Unexpected"];
        };
    };
    listPipelineRunsInOrg: {
        parameters: {
            query?: {
                /** @description Only what belongs to these applications. */
                app?: components["parameters"]["byApps"];
                /** @description Only what belongs to these pipelines. */
                pipeline?: components["parameters"]["byPipelines"];
                /** @description Only runs that touched this environment. */
                env?: string;
                /** @description Only what is in one of these states. */
                status?: components["parameters"]["byStatuses"];
                /** @description Only runs that have ended, or only those that have not. */
                completed?: boolean;
                /** @description Only runs created later than this. */
                created_after?: components["schemas"]["Timestamp"];
                /** @description Only runs created earlier than this. */
                created_before?: components["schemas"]["Timestamp"];
                /** @description How many items a page may hold. */
                per_page?: components["parameters"]["perPage"];
                /** @description Which page, as a Link header named it. Not for building by hand. */
                page?: components["parameters"]["page"];
            };
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of runs. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineRun"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    getPipelineSchema: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A JSON Schema. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    listPipelinesInOrg: {
        parameters: {
            query?: {
                /** @description Only what belongs to these applications. */
                app?: components["parameters"]["byApps"];
                /** @description How many items a page may hold. */
                per_page?: components["parameters"]["perPage"];
                /** @description Which page, as a Link header named it. Not for building by hand. */
                page?: components["parameters"]["page"];
                /** @description Only those that this trigger can start. */
                trigger?: string;
                /** @description Only those with these entries in their metadata, as `metadata[key]=value`. */
                metadata?: {
                    [key: string]: string;
                };
            };
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of pipelines. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pipeline"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
}
