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
    "/orgs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organizations that the caller has a role in */
        get: operations["listOrganizations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        /** One organization */
        get: operations["getOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/agents": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        /** The agents of an organization */
        get: operations["listAgents"];
        put?: never;
        /** Register an agent with its first key */
        post: operations["createAgent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/agents/{agentId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The agent. */
                agentId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove an agent and its keys */
        delete: operations["deleteAgent"];
        options?: never;
        head?: never;
        /** Change the description of an agent */
        patch: operations["patchAgent"];
        trace?: never;
    };
    "/orgs/{orgId}/agents/{agentId}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The agent. */
                agentId: string;
            };
            cookie?: never;
        };
        /** The keys of an agent */
        get: operations["listKeysInAgent"];
        put?: never;
        /** Give an agent another key */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/agents/{agentId}/keys/{fingerprint}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The agent. */
                agentId: string;
                /** @description The key, by the SHA-256 of its DER form in hexadecimal digits. */
                fingerprint: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a key from an agent */
        delete: operations["deleteKeyInAgent"];
        options?: never;
        head?: never;
        patch?: never;
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
        /** Give an application another name */
        patch: operations["patchApplication"];
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
        /** Give an environment another name */
        patch: operations["updateEnvironment"];
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
         * @description `delta_id` changes what the environment's base deployment left; `set_id` deploys a set as it is; neither deploys the base again. An environment deploys one thing at a time. Without `pipeline`, the pipeline that the criteria choose carries the request out, and may refuse it.
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
    "/orgs/{orgId}/apps/{appId}/envs/{envId}/logs": {
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
        /** What the containers of an environment have written */
        get: operations["listContainerLogs"];
        put?: never;
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
    "/orgs/{orgId}/apps/{appId}/envs/{envId}/resources/graph": {
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
        put?: never;
        /**
         * How resources would be provisioned, and what they bring with them
         * @deprecated
         */
        post: operations["queryResourceGraph"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/envs/{envId}/resources/graphs": {
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
        put?: never;
        /**
         * Store how resources would be provisioned
         * @description A graph that the environment has already is not stored again.
         */
        post: operations["createDependencyGraph"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/envs/{envId}/resources/graphs/{graphId}": {
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
                /** @description The graph. */
                graphId: string;
            };
            cookie?: never;
        };
        /** A graph that was stored */
        get: operations["getDependencyGraph"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/envs/{envId}/resources/{type}/{resId}": {
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
                /** @description Its type, with its class after a dot unless that is `default`, as `postgres` or `postgres.large`. */
                type: string;
                /** @description Its id, such as `modules.web.externals.db`. */
                resId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Destroy a resource that its environment no longer needs */
        delete: operations["deleteActiveResource"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/envs/{envId}/resources/{type}/{resId}/actions/pin": {
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
                /** @description Its type, with its class after a dot unless that is `default`, as `postgres` or `postgres.large`. */
                type: string;
                /** @description Its id, such as `modules.web.externals.db`. */
                resId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep a resource on one version of its definition
         * @description It takes effect with the next deployment.
         */
        post: operations["pinActiveResource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/envs/{envId}/rules": {
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
        /** What deploys itself to an environment */
        get: operations["listAutomationRules"];
        put?: never;
        /**
         * Have new container versions deployed to an environment
         * @description Fields of the old form do not go with those of the new that say the same: `images_filter` not with `artefacts_filter`, `exclude_images_filter` not with `exclude_artefacts_filter`, and neither `match` nor `update_to` with `match_ref`.
         */
        post: operations["createAutomationRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/envs/{envId}/rules/{ruleId}": {
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
                /** @description The rule. */
                ruleId: string;
            };
            cookie?: never;
        };
        /** One rule of an environment */
        get: operations["getAutomationRule"];
        /**
         * Replace a rule
         * @description What is left out has its default afterwards. Fields go together as they do for a new rule.
         */
        put: operations["updateAutomationRule"];
        post?: never;
        /** Remove a rule */
        delete: operations["deleteAutomationRule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/envs/{envId}/runtime": {
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
        /**
         * What runs in an environment, down to its pods
         * @description The second form, with a status for each workload, is sent when the request accepts it.
         */
        get: operations["getRuntime"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/envs/{envId}/runtime/paused": {
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
         * Pause or resume an environment
         * @description A paused environment has no pods, and is neither deployed to nor scaled. Resuming it brings back as many replicas as it had.
         */
        put: operations["updatePaused"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/envs/{envId}/runtime/replicas": {
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
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Say how many replicas some workloads shall have */
        patch: operations["patchReplicas"];
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/envs/{envId}/value-set-versions": {
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
        /**
         * How the shared values of an environment have changed, newest first
         * @description Each change of the application's values or of the environment's own, as the environment sees it. Without values of its own it sees what the application sees.
         */
        get: operations["listEnvironmentValueSetVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/envs/{envId}/value-set-versions/{valueSetVersionId}": {
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
                /** @description The version; for the newest one, a UUID of zeros. */
                valueSetVersionId: string;
            };
            cookie?: never;
        };
        /** The shared values of an environment at one time */
        get: operations["getEnvironmentValueSetVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/envs/{envId}/value-set-versions/{valueSetVersionId}/purge/{key}": {
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
                /** @description The version; for the newest one, a UUID of zeros. */
                valueSetVersionId: string;
                /** @description The key of the value. */
                key: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase what a shared value of an environment was
         * @description From every version of the application and its environments, for good. It can neither be read nor restored, and a deployment with such a version fails. What is in force somewhere cannot be erased.
         */
        post: operations["purgeEnvironmentValueSetVersionKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/envs/{envId}/value-set-versions/{valueSetVersionId}/restore": {
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
                /** @description The version; for the newest one, a UUID of zeros. */
                valueSetVersionId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the shared values of an environment what they were
         * @description Keys that the version does not have are deleted. Only values of the environment's own are made and deleted; the application's stay.
         */
        post: operations["restoreEnvironmentValueSetVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/envs/{envId}/value-set-versions/{valueSetVersionId}/restore/{key}": {
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
                /** @description The version; for the newest one, a UUID of zeros. */
                valueSetVersionId: string;
                /** @description The key of the value. */
                key: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make one shared value of an environment what it was */
        post: operations["restoreEnvironmentValueSetVersionKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/envs/{envId}/values": {
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
        /**
         * The shared values of an environment
         * @description What the application says, and on top of it what this environment says otherwise; `source` tells the two apart.
         */
        get: operations["listEnvironmentValues"];
        put?: never;
        /**
         * Add a shared value to an environment
         * @description The environment's own value for a key of the application, in place of the one that the application has. Nobody can read a secret back.
         */
        post: operations["createEnvironmentValue"];
        /**
         * Delete all shared values of an environment
         * @description Only those of its own; the application's remain.
         */
        delete: operations["deleteAllEnvironmentValues"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/envs/{envId}/values/{key}": {
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
                /** @description The key of the value. */
                key: string;
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Give a shared value of an environment another value and description
         * @description Takes both; whether it is a secret stays as it is.
         */
        put: operations["replaceEnvironmentValue"];
        post?: never;
        /** Delete a shared value of an environment */
        delete: operations["deleteEnvironmentValue"];
        options?: never;
        head?: never;
        /**
         * Give a shared value of an environment another value or description
         * @description What is not given, or null, stays as it is.
         */
        patch: operations["updateEnvironmentValue"];
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/jobs": {
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
        post?: never;
        /** Remove all webhooks of an application */
        delete: operations["deleteJobs"];
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
    "/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/batches/{batchType}": {
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
                /** @description What has gathered; there is only `artefact`. */
                batchType: string;
            };
            cookie?: never;
        };
        /** What has gathered for the next run of a pipeline */
        get: operations["getBatch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
    "/orgs/{orgId}/apps/{appId}/runtime": {
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
        /**
         * How several environments are doing, in one word each
         * @description An environment that does not exist is an item with an `error`, and no reason to refuse the others.
         */
        get: operations["listRuntime"];
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
    "/orgs/{orgId}/apps/{appId}/sets/{setId}/resources": {
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
        /** The resources that a deployment set asks for */
        get: operations["getSetResourceInputs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/users": {
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
        /** Who has which role on an application */
        get: operations["listUserRolesInApp"];
        put?: never;
        /** Give a user or a group a role on an application */
        post: operations["createUserRoleInApp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The user or the group. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        /** The role of a user or a group on an application */
        get: operations["getUserRoleInApp"];
        put?: never;
        post?: never;
        /** Take the role of a user or a group on an application away */
        delete: operations["deleteUserRoleInApp"];
        options?: never;
        head?: never;
        /** Give a user or a group another role on an application */
        patch: operations["updateUserRoleInApp"];
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/value-set-versions": {
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
        /** How the shared values of an application have changed, newest first */
        get: operations["listApplicationValueSetVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/value-set-versions/{valueSetVersionId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The version. */
                valueSetVersionId: string;
            };
            cookie?: never;
        };
        /** The shared values of an application at one time */
        get: operations["getApplicationValueSetVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/value-set-versions/{valueSetVersionId}/purge/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The version. */
                valueSetVersionId: string;
                /** @description The key of the value. */
                key: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase what a shared value of an application was
         * @description From every version of the application and its environments, for good. It can neither be read nor restored, and a deployment with such a version fails. What is in force somewhere cannot be erased.
         */
        post: operations["purgeApplicationValueSetVersionKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/value-set-versions/{valueSetVersionId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The version. */
                valueSetVersionId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the shared values of an application what they were
         * @description Keys that the version does not have are deleted.
         */
        post: operations["restoreApplicationValueSetVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/value-set-versions/{valueSetVersionId}/restore/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The version. */
                valueSetVersionId: string;
                /** @description The key of the value. */
                key: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make one shared value of an application what it was */
        post: operations["restoreApplicationValueSetVersionKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/values": {
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
        /**
         * The shared values of an application
         * @description What every environment gets that says nothing else itself.
         */
        get: operations["listApplicationValues"];
        put?: never;
        /**
         * Add a shared value to an application
         * @description Every environment gets it, unless it has one of its own for the key. Nobody can read a secret back.
         */
        post: operations["createApplicationValue"];
        /** Delete all shared values of an application */
        delete: operations["deleteAllApplicationValues"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/values/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The key of the value. */
                key: string;
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Give a shared value of an application another value and description
         * @description Takes both; whether it is a secret stays as it is.
         */
        put: operations["replaceApplicationValue"];
        post?: never;
        /** Delete a shared value of an application */
        delete: operations["deleteApplicationValue"];
        options?: never;
        head?: never;
        /**
         * Give a shared value of an application another value or description
         * @description What is not given, or null, stays as it is.
         */
        patch: operations["updateApplicationValue"];
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/webhooks": {
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
        /** Who is told of what happens in an application */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Have an address told of what happens in an application
         * @description Texts in `headers` and `payload` may hold placeholders, as `${env_id}`: `GET /orgs/{orgId}/events` lists what each event has. Without a payload the event itself is sent.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/apps/{appId}/webhooks/{jobId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The webhook. */
                jobId: string;
            };
            cookie?: never;
        };
        /** One webhook */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /** Remove a webhook, with what it has not delivered yet */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Change some of a webhook
         * @description What is left out stays as it is.
         */
        patch: operations["updateWebhook"];
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
    "/orgs/{orgId}/audit-logs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        /**
         * Who changed what in an organization, the newest first
         * @description A page looks at 32 days at most: one without entries may still have a next one, so follow the Link header and not the number of entries. Only administrators may read it.
         */
        get: operations["listAuditLogEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
        /** Describe an environment type in other words */
        patch: operations["updateEnvironmentType"];
        trace?: never;
    };
    "/orgs/{orgId}/env-types/{envType}/users": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The environment type. */
                envType: components["parameters"]["envType"];
            };
            cookie?: never;
        };
        /** Who has which role on an environment type */
        get: operations["listUserRolesInEnvType"];
        put?: never;
        /** Give a user or a group a role on an environment type */
        post: operations["createUserRoleInEnvType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/env-types/{envType}/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The environment type. */
                envType: components["parameters"]["envType"];
                /** @description The user or the group. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        /** The role of a user or a group on an environment type */
        get: operations["getUserRoleInEnvType"];
        put?: never;
        post?: never;
        /** Take the role of a user or a group on an environment type away */
        delete: operations["deleteUserRoleInEnvType"];
        options?: never;
        head?: never;
        /** Give a user or a group another role on an environment type */
        patch: operations["updateUserRoleInEnvType"];
        trace?: never;
    };
    "/orgs/{orgId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        /** What webhooks can be told of */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/groups": {
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
         * Give a group of an identity provider a role in an organization
         * @description Its roles are its members' too; who the members are is for the identity provider to say.
         */
        post: operations["createGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/groups/{groupId}/users": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The group, by the id that it has here. */
                groupId: string;
            };
            cookie?: never;
        };
        /** The members of a group */
        get: operations["listGroupUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/humanitec-keys": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        /** The public keys by which the platform is known */
        get: operations["listHumanitecPublicKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/images": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        /**
         * The images of an organization
         * @deprecated
         * @description Superseded by the artefacts, which these are another view of.
         */
        get: operations["listDeprecatedImages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/images/{imageId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The image, as whoever tells of its builds calls it. */
                imageId: string;
            };
            cookie?: never;
        };
        /**
         * One image with its builds
         * @deprecated
         */
        get: operations["getDeprecatedImage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/images/{imageId}/builds": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The image, as whoever tells of its builds calls it. */
                imageId: string;
            };
            cookie?: never;
        };
        /**
         * The builds of an image
         * @deprecated
         */
        get: operations["listDeprecatedImageBuilds"];
        put?: never;
        /**
         * Tell of a build
         * @deprecated
         * @description Registers a version of the container. The image comes into being with its first build.
         */
        post: operations["createDeprecatedImageBuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        /** Who was invited to an organization and has not come yet */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invite somebody to an organization
         * @description To accept is between the invited person and the platform; the API has no operation for it.
         */
        post: operations["createInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        /** The public keys of an organization */
        get: operations["listPublicKeys"];
        put?: never;
        /** Add a public key to an organization */
        post: operations["createPublicKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The key. */
                keyId: string;
            };
            cookie?: never;
        };
        /** One public key */
        get: operations["getPublicKey"];
        put?: never;
        post?: never;
        /** Remove a public key */
        delete: operations["deletePublicKey"];
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
    "/orgs/{orgId}/registries": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        /** The registries of an organization */
        get: operations["listRegistries"];
        put?: never;
        /** Add a registry */
        post: operations["createRegistry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/registries/{regId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The registry. */
                regId: components["schemas"]["RegistryId"];
            };
            cookie?: never;
        };
        /** One registry */
        get: operations["getRegistry"];
        put?: never;
        post?: never;
        /** Remove a registry with its credentials */
        delete: operations["deleteRegistry"];
        options?: never;
        head?: never;
        /**
         * Change a registry
         * @description What is optional and not given stays as it is.
         */
        patch: operations["updateRegistry"];
        trace?: never;
    };
    "/orgs/{orgId}/registries/{regId}/creds": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The registry. */
                regId: components["schemas"]["RegistryId"];
            };
            cookie?: never;
        };
        /** What it takes to log in to a registry */
        get: operations["getRegistryCreds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/resources/account-types": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        /** The types of accounts that there are */
        get: operations["listResourceAccountTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/resources/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        /** The resource accounts of an organization */
        get: operations["listResourceAccounts"];
        put?: never;
        /** Create a resource account */
        post: operations["createResourceAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/resources/accounts/{accId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The account. */
                accId: components["parameters"]["accId"];
            };
            cookie?: never;
        };
        /** One resource account */
        get: operations["getResourceAccount"];
        put?: never;
        post?: never;
        /** Delete a resource account that nothing refers to */
        delete: operations["deleteResourceAccount"];
        options?: never;
        head?: never;
        /** Change the name or the credentials of a resource account */
        patch: operations["patchResourceAccount"];
        trace?: never;
    };
    "/orgs/{orgId}/resources/accounts/{accId}/actions/check": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The account. */
                accId: components["parameters"]["accId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** See whether the credentials of a resource account work */
        post: operations["checkResourceAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/resources/classes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        /** The resource classes of an organization */
        get: operations["listResourceClasses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/resources/defs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        /**
         * How the resources of an organization are provisioned
         * @description With filters, only the definitions that could be used there. Those of one type follow each other, best match first.
         */
        get: operations["listResourceDefinitions"];
        put?: never;
        /** Say how resources of a type are provisioned */
        post: operations["createResourceDefinition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/resources/defs/{defId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The resource definition. */
                defId: string;
            };
            cookie?: never;
        };
        /** One resource definition */
        get: operations["getResourceDefinition"];
        /**
         * Replace a resource definition
         * @description An account or inputs that are not given are taken away. The type of the resource stays.
         */
        put: operations["updateResourceDefinition"];
        post?: never;
        /** Delete a resource definition */
        delete: operations["deleteResourceDefinition"];
        options?: never;
        head?: never;
        /**
         * Change parts of a resource definition
         * @description What is missing or null stays as it is. In the values, the secrets and what is provisioned besides, a key that is null is taken away, and one that is missing stays.
         */
        patch: operations["patchResourceDefinition"];
        trace?: never;
    };
    "/orgs/{orgId}/resources/defs/{defId}/criteria": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The resource definition. */
                defId: string;
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Say anew for which resources a definition is used
         * @description Replaces all the criteria of the definition. It takes effect with the next deployments.
         */
        put: operations["updateResourceDefinitionCriteria"];
        /**
         * Use a definition for more resources
         * @description Of the criteria that fit a resource the most specific win. No two for one type of resource may be the same, anywhere in the organization.
         */
        post: operations["createResourceDefinitionCriteria"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/resources/defs/{defId}/criteria/{criteriaId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The resource definition. */
                defId: string;
                /** @description The criteria. */
                criteriaId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Stop using a definition for the resources that these criteria fit */
        delete: operations["deleteResourceDefinitionCriteria"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/resources/defs/{defId}/resources": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The resource definition. */
                defId: string;
            };
            cookie?: never;
        };
        /** The resources that were made from a definition */
        get: operations["listActiveResourcesByDefinition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/resources/defs/{defId}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The resource definition. */
                defId: string;
            };
            cookie?: never;
        };
        /**
         * What a resource definition has been
         * @description Newest first. The last fifty are kept, and any other that an active resource was made from.
         */
        get: operations["listResourceDefinitionVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/resources/defs/{defId}/versions/{defVersionId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The resource definition. */
                defId: string;
                /** @description The version. */
                defVersionId: string;
            };
            cookie?: never;
        };
        /** One version of a resource definition */
        get: operations["getResourceDefinitionVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/resources/defs/{defId}/versions/{defVersionId}/actions/archive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The resource definition. */
                defId: string;
                /** @description The version. */
                defVersionId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a version from being used for new resources, or allow it again */
        post: operations["archiveResourceDefinitionVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/resources/defs/{defId}/versions/{defVersionId}/actions/promote": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The resource definition. */
                defId: string;
                /** @description The version. */
                defVersionId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a version the one that is used */
        post: operations["promoteResourceDefinitionVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/resources/drivers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        /** The drivers that an organization can use */
        get: operations["listResourceDrivers"];
        put?: never;
        /** Register a driver */
        post: operations["createResourceDriver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/resources/drivers/{driverId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The driver. */
                driverId: string;
            };
            cookie?: never;
        };
        /**
         * One driver
         * @description One of the organization's own, or a public one.
         */
        get: operations["getResourceDriver"];
        /** Replace a driver */
        put: operations["updateResourceDriver"];
        post?: never;
        /**
         * Delete a driver
         * @description One that something still uses stays.
         */
        delete: operations["deleteResourceDriver"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/resources/types": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        /** The resource types that an organization can use */
        get: operations["listResourceTypes"];
        put?: never;
        /** Create a resource type */
        post: operations["createResourceType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/resources/types/{typeId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The resource type. The slash of a custom one is percent-encoded, as in `my-org%2Fmy-type`. */
                typeId: components["parameters"]["typeId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Replace a resource type
         * @description A schema that is left out becomes empty.
         */
        put: operations["updateResourceType"];
        post?: never;
        /**
         * Delete a resource type
         * @description Its classes go with it. A type that something is made of stays.
         */
        delete: operations["deleteResourceType"];
        options?: never;
        head?: never;
        /**
         * Change some properties of a resource type
         * @description What is absent or null stays as it is.
         */
        patch: operations["patchResourceType"];
        trace?: never;
    };
    "/orgs/{orgId}/resources/types/{typeId}/classes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The resource type. The slash of a custom one is percent-encoded, as in `my-org%2Fmy-type`. */
                typeId: components["parameters"]["typeId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a class to a resource type
         * @description Built-in types take classes too; an organization's classes are its own.
         */
        post: operations["createResourceClass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/resources/types/{typeId}/classes/{classId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The resource type. The slash of a custom one is percent-encoded, as in `my-org%2Fmy-type`. */
                typeId: components["parameters"]["typeId"];
                /** @description The class. */
                classId: string;
            };
            cookie?: never;
        };
        /** One class of a resource type */
        get: operations["getResourceClass"];
        put?: never;
        post?: never;
        /** Delete a class */
        delete: operations["deleteResourceClass"];
        options?: never;
        head?: never;
        /** Describe a class anew */
        patch: operations["updateResourceClass"];
        trace?: never;
    };
    "/orgs/{orgId}/runtime/actions/check-connectivity": {
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
        /** Try whether the cluster of an environment can be reached */
        post: operations["checkClusterConnectivity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/secretstores": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        /** The secret stores of an organization */
        get: operations["listSecretStores"];
        put?: never;
        /**
         * Connect a secret store
         * @description What it is is said by exactly one of `awssm`, `azurekv`, `gcpsm` and `vault`.
         */
        post: operations["createSecretStore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/secretstores/{storeId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The secret store. */
                storeId: string;
            };
            cookie?: never;
        };
        /** One secret store */
        get: operations["getSecretStore"];
        put?: never;
        post?: never;
        /** Disconnect a secret store */
        delete: operations["deleteSecretStore"];
        options?: never;
        head?: never;
        /** Change a secret store */
        patch: operations["updateSecretStore"];
        trace?: never;
    };
    "/orgs/{orgId}/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has which role in an organization */
        get: operations["listUserRolesInOrg"];
        put?: never;
        /**
         * Create a service user
         * @description A user for programs; tokens are issued for it apart.
         */
        post: operations["createServiceUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The user or the group. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        /** The role of a user or a group in an organization */
        get: operations["getUserRoleInOrg"];
        put?: never;
        post?: never;
        /**
         * Remove a user or a group from an organization
         * @description Somebody has to stay administrator.
         */
        delete: operations["deleteUserRoleInOrg"];
        options?: never;
        head?: never;
        /**
         * Give a user or a group another role in an organization
         * @description Somebody has to stay administrator.
         */
        patch: operations["updateUserRoleInOrg"];
        trace?: never;
    };
    "/orgs/{orgId}/users/{userId}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The user or the group. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        /** The groups of an organization that a user is in */
        get: operations["listUserGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/users/{userId}/perms": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The user or the group. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        /** What a user or a group may do in an organization */
        get: operations["getSubjectPermissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/workload-profile-chart-versions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        /** The versions of the charts that an organization has uploaded */
        get: operations["listWorkloadProfileChartVersions"];
        put?: never;
        /**
         * Upload a version of a chart
         * @description The one field of the form is a packaged Helm chart (`.tgz`). The chart's own Chart.yaml says what it is called and which version it is.
         */
        post: operations["createWorkloadProfileChartVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/workload-profile-features": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        /** The features that workload profiles can be made of */
        get: operations["listWorkloadProfileFeatures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/workload-profiles": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        /** The workload profiles that an organization can use */
        get: operations["listWorkloadProfiles"];
        put?: never;
        /** Create a workload profile */
        post: operations["createWorkloadProfile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/workload-profiles/{profileQid}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The profile: its id if it is the organization's own, else `{orgId}/{id}` with the slash percent-encoded, as in `humanitec%2Fdefault-module`. */
                profileQid: components["parameters"]["profileQid"];
            };
            cookie?: never;
        };
        /** One workload profile */
        get: operations["getWorkloadProfile"];
        /** Give a workload profile a new version */
        put: operations["updateWorkloadProfile"];
        post?: never;
        /** Delete a workload profile with all its versions */
        delete: operations["deleteWorkloadProfile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/workload-profiles/{profileQid}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The profile: its id if it is the organization's own, else `{orgId}/{id}` with the slash percent-encoded, as in `humanitec%2Fdefault-module`. */
                profileQid: components["parameters"]["profileQid"];
            };
            cookie?: never;
        };
        /** The versions of a workload profile */
        get: operations["listWorkloadProfileVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{orgId}/workload-profiles/{profileQid}/versions/latest": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The profile: its id if it is the organization's own, else `{orgId}/{id}` with the slash percent-encoded, as in `humanitec%2Fdefault-module`. */
                profileQid: components["parameters"]["profileQid"];
            };
            cookie?: never;
        };
        /**
         * The latest version of a workload profile
         * @deprecated
         */
        get: operations["getLatestWorkloadProfileVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The user. */
                userId: string;
            };
            cookie?: never;
        };
        /** The tokens of a user, without their secrets */
        get: operations["listUserTokens"];
        put?: never;
        /**
         * Issue a token for a service user
         * @description The secret is in this answer and nowhere else, ever.
         */
        post: operations["createUserToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}/tokens/{tokenId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The user. */
                userId: string;
                /** @description The token. */
                tokenId: string;
            };
            cookie?: never;
        };
        /** One token of a user, without its secret */
        get: operations["getUserToken"];
        put?: never;
        post?: never;
        /**
         * Take a token back
         * @description It opens nothing from now on; the user's other tokens do.
         */
        delete: operations["deleteUserToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Never read back. */
        AWSAuthRequest: {
            access_key_id?: string;
            secret_access_key?: string;
        };
        /** @description AWS Secrets Manager. */
        AWSSMRequest: {
            auth?: components["schemas"]["AWSAuthRequest"];
            endpoint?: string;
            region?: string;
        };
        /** @description AWS Secrets Manager. */
        AWSSMResponse: {
            endpoint?: string;
            region?: string;
        };
        /** @description Read back only as the credentials of the registry. */
        AccountCredsRequest: {
            username: string;
            password: string;
            /**
             * Format: date-time
             * @description Until when they are valid.
             */
            expires?: string | null;
        };
        /** @description A cloud, or a way to prove who one is, that an account can be of. */
        AccountTypeResponse: {
            type: string;
            name: string;
            /** @description A JSON Schema of the credentials. */
            inputs_schema?: {
                [key: string]: unknown;
            };
            /** @description A JSON Schema of what drivers are given. */
            outputs_schema?: {
                [key: string]: unknown;
            };
        };
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
        ActiveResourceTargetDefinitionRequest: {
            /** @description A version of the definition that the resource was made from; null for whichever is active. */
            target_def_version_id: string | null;
        };
        Agent: {
            id: string;
            /** @description May be empty. */
            description?: string;
            created_at: components["schemas"]["Timestamp"];
            /** @description The id of a user. */
            created_by: string;
        };
        AgentCreateBody: {
            id: components["schemas"]["Id"];
            public_key: components["schemas"]["AgentPublicKey"];
            /** @description For people. */
            description?: string;
        };
        AgentPatchBody: {
            /** @description For people. May be empty. */
            description: string;
        };
        /** @description An RSA public key of at least 4096 bits as PEM text, such as `openssl rsa -pubout` writes. */
        AgentPublicKey: string;
        ApplicationCreationRequest: {
            id: components["schemas"]["Id"];
            /** @description What people call it. */
            name: string;
            env?: components["schemas"]["EnvironmentBaseRequest"];
            /** @description Start without any environment. */
            skip_environment_creation?: boolean;
        };
        /** @description All that can be changed. The id stays. */
        ApplicationPatchPayload: {
            /** @description What people call it. */
            name: string;
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
        ArchiveDefinitionVersionRequest: {
            /**
             * @description False to allow its use again.
             * @default true
             */
            archived: boolean;
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
        /** @description A request that changed something; neither its body nor its headers are kept. */
        AuditLogEntry: {
            at: components["schemas"]["Timestamp"];
            /** @description The organization in which it happened. */
            org_id?: string;
            /** @description Who asked for it. */
            user_id: string;
            /** @description `POST`, `PATCH`, `PUT` or `DELETE`. */
            request_method: string;
            /** @description What was asked for. */
            request_path: string;
            /** @description One of the successes. */
            response_status: number;
        };
        /** @description Which new versions of containers are deployed to the environment as soon as they are registered. */
        AutomationRuleRequest: {
            /** @description Always `update`. */
            type: string;
            /** @description Whether the rule does anything; it does when this is left out. */
            active?: boolean;
            /** @description Names of artefacts; all of them when it is empty or left out. */
            artefacts_filter?: string[];
            /** @description Whether `artefacts_filter` names those that the rule passes over, and not those that it is for. */
            exclude_artefacts_filter?: boolean;
            /** @description A regular expression (RE2) that is looked for in the ref of the version, as in `^refs/heads/main$`; any ref fits when it is empty or left out. */
            match_ref?: string;
            /**
             * @deprecated
             * @description The old name of `artefacts_filter`.
             */
            images_filter?: string[];
            /**
             * @deprecated
             * @description The old name of `exclude_artefacts_filter`.
             */
            exclude_images_filter?: boolean;
            /**
             * @deprecated
             * @description A regular expression that is looked for in the name of the branch or tag alone.
             */
            match?: string;
            /**
             * @deprecated
             * @description Whether `match` speaks of branches or of tags.
             */
            update_to?: string;
        };
        AutomationRuleResponse: {
            id: string;
            active: boolean;
            type: string;
            artefacts_filter: string[];
            exclude_artefacts_filter: boolean;
            /** @description Where it is not empty, it alone says which refs fit. */
            match_ref: string;
            /** @deprecated */
            images_filter: string[];
            /** @deprecated */
            exclude_images_filter: boolean;
            /** @deprecated */
            match: string;
            /** @deprecated */
            update_to: string;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description Never read back. */
        AzureAuthRequest: {
            client_id?: string;
            client_secret?: string;
        };
        /** @description Azure Key Vault. */
        AzureKVRequest: {
            auth?: components["schemas"]["AzureAuthRequest"];
            tenant_id?: string;
            url?: string;
        };
        /** @description Azure Key Vault. */
        AzureKVResponse: {
            tenant_id?: string;
            url?: string;
        };
        Batch: {
            items: components["schemas"]["BatchItem"][];
            scheduled_at?: components["schemas"]["Timestamp"];
        };
        BatchItem: {
            /** @description What it is, such as `container`. */
            type: string;
            /** @description Its id, such as that of an artefact version. */
            ref: string;
        };
        CheckResourceAccountData: {
            identity_fields: components["schemas"]["CheckResourceAccountField"][];
            warnings?: string[];
        };
        CheckResourceAccountField: {
            id: string;
            description: string;
            value: string;
        };
        /** @description The place that a cluster is looked for. Nothing is deployed to it. */
        ClusterConnectionCheckRequest: {
            app_id: string;
            env_id: string;
            env_type: string;
            /** @description The resource definitions that should be chosen there. */
            expected_definitions?: components["schemas"]["ResourceDefinitions"][];
        };
        /** @description A resource that the check has looked at. */
        ClusterConnectionCheckResourceSummary: {
            type: string;
            class: string;
            res_id: string;
            /** @description Tells it from every other resource, anywhere. */
            gu_res_id: string;
            /** @description The `gu_res_id` of what has to be there first. */
            depends_on: string[];
            def_id: string;
            def_version_id: string;
            driver_type: string;
        };
        ClusterConnectionCheckResult: {
            /** @description Whether no condition is `False`. */
            success: boolean;
            resource_summaries: components["schemas"]["ClusterConnectionCheckResourceSummary"][];
            conditions: components["schemas"]["ClusterConnectionCheckResultCondition"][];
        };
        ClusterConnectionCheckResultCondition: {
            /** @description What was tried, in one word. */
            type: string;
            /** @enum {string} */
            status: "True" | "False" | "Unknown";
            message: string;
        };
        /** @description A secret of a cluster, by name. */
        ClusterSecretRequest: {
            namespace: string;
            secret: string;
        };
        /** @description A secret of a cluster, by name. */
        ClusterSecretResponse: {
            namespace: string;
            secret: string;
        };
        /** @description Cluster, or `*` for every other one, → the secret to copy. */
        ClusterSecretsMapRequest: {
            [key: string]: components["schemas"]["ClusterSecretRequest"];
        };
        /** @description Cluster, or `*` for every other one, → the secret to copy. */
        ClusterSecretsMapResponse: {
            [key: string]: components["schemas"]["ClusterSecretResponse"];
        };
        /** @description A commit in Git, in full or shortened to no less than five digits. */
        Commit: string;
        /**
         * Format: date-time
         * @description The end. Absent while it goes on.
         */
        CompletedAt: string;
        /** @description Why something cannot go, and what refers to it. */
        ConflictingResourcesErrorResponse: {
            error: string;
            message: string;
            details: components["schemas"]["ConflictingResourcesErrorResponseDetails"];
        };
        ConflictingResourcesErrorResponseDetails: {
            referencing_resources: components["schemas"]["ConflictingResourcesErrorResponseDetailsResources"];
        };
        ConflictingResourcesErrorResponseDetailsResources: {
            resource_definitions?: components["schemas"]["ResourceDefinitionResponse"][];
            active_resources?: components["schemas"]["ActiveResourceResponse"][];
        };
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
        /** @description What keeps the pods of a workload, as a Deployment of Kubernetes. */
        ControllerResponse: {
            kind: string;
            replicas: number;
            status: string;
            /** @description Empty when all is well. */
            message: string;
            pods: components["schemas"]["PodStateResponse"][];
            revision: number;
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
        CreateDriverRequestRequest: {
            id: string;
            /** @description The type of the resources that it makes. */
            type: string;
            account_types: string[];
            inputs_schema: components["schemas"]["DriverInputsSchema"];
            target: components["schemas"]["DriverTarget"];
            /** @description How the inputs of a virtual driver become those of its target. */
            template?: unknown;
            /**
             * @deprecated
             * @description Whether other organizations may use it.
             */
            is_public?: boolean;
        };
        CreateResourceAccountRequestRequest: {
            id: string;
            name: string;
            /** @description One of the types of accounts. */
            type: string;
            credentials: {
                [key: string]: unknown;
            };
        };
        CreateResourceDefinitionRequestRequest: {
            id: string;
            name: string;
            /** @description The type of the resources that it makes. */
            type: string;
            /** @description What makes them. */
            driver_type: string;
            /** @description The resource account that the driver works with. */
            driver_account?: string | null;
            driver_inputs?: components["schemas"]["ValuesSecretsRefsRequest"];
            /** @description What else to make with it: `type#id`, or a type alone for a resource of the same id, each with the part that it plays. */
            provision?: {
                [key: string]: components["schemas"]["ProvisionDependenciesRequest"];
            } | null;
            /** @description Which resources it is for. */
            criteria?: components["schemas"]["MatchingCriteriaRuleRequest"][];
            in_place_driver_change?: boolean;
        };
        CreateSecretStorePayloadRequest: {
            id: components["schemas"]["Id"];
            /** @description Keep new secrets here from now on. */
            primary: boolean;
            awssm?: components["schemas"]["AWSSMRequest"];
            azurekv?: components["schemas"]["AzureKVRequest"];
            gcpsm?: components["schemas"]["GCPSMRequest"];
            vault?: components["schemas"]["VaultRequest"];
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
        DependencyGraphResponse: {
            id: string;
            /** @description The SHA-256 of the nodes. */
            hash: string;
            /** @description Each after those that it depends on. */
            nodes: components["schemas"]["NodeBodyResponse"][];
            created_at: components["schemas"]["Timestamp"];
            used_at: components["schemas"]["Timestamp"];
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
        /** @description What provisions resources of a type. */
        DriverDefinitionResponse: {
            /** @description Definitions name the driver as `{org_id}/{id}`. */
            id: string;
            /** @description The organization that it belongs to. */
            org_id: string;
            /** @description The type of the resources that it makes. */
            type: string;
            account_types: string[];
            inputs_schema: components["schemas"]["DriverInputsSchema"];
            target?: components["schemas"]["DriverTarget"];
            /** @description How the inputs of a virtual driver become those of its target. */
            template?: unknown;
        };
        /** @description A JSON Schema of what a resource definition tells the driver. */
        DriverInputsSchema: {
            [key: string]: unknown;
        };
        /** @description The URL that the driver answers under; of a virtual driver, the driver that does the work, as `driver://{orgId}/{driverId}`. Only the organization that the driver belongs to sees it. */
        DriverTarget: string;
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
        EnvironmentBaseUpdateRequest: {
            /** @description What people call it. */
            name?: string;
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
        EnvironmentRuntimeInfoResponse: {
            id: string;
            paused: boolean;
            /** @description The worst of its workloads, such as `Success` or `Failure`. */
            status?: string;
            /** @description Why nothing can be said. */
            error?: string;
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
        ErrorInfoResponse: {
            /** @description A sentence for people. */
            error: string;
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
        EventBaseRequest: {
            /** @description What the event is about, as `deployment`. */
            scope?: string;
            /** @description What happens to it, as `finished`. */
            type?: string;
        };
        EventBaseResponse: {
            scope: string;
            type: string;
        };
        EventResponse: {
            scope: string;
            type: string;
            /** @description The names of the event's placeholders. */
            properties: string[];
        };
        /** @description The state of a run, a job or a step, such as `queued`, `executing`, `succeeded`, `failed` or `cancelled`. There is no closed list; `completed_at` says whether it is the last. */
        ExecutionStatus: string;
        /** @description Never read back. */
        GCPAuthRequest: {
            secret_access_key?: string;
        };
        /** @description Google Cloud Secret Manager. */
        GCPSMRequest: {
            auth?: components["schemas"]["GCPAuthRequest"];
            project_id?: string;
        };
        /** @description Google Cloud Secret Manager. */
        GCPSMResponse: {
            project_id?: string;
        };
        Group: {
            /** @description Stands for the group wherever roles are given. */
            id: string;
            /** @description The name that the identity provider has for the group. */
            group_id: string;
            idp_id: components["schemas"]["Id"];
            created_at?: components["schemas"]["Timestamp"];
        };
        GroupRequest: {
            /** @description The name that the identity provider has for the group. */
            group_id: string;
            idp_id: components["schemas"]["Id"];
            role: components["schemas"]["OrganizationRole"];
        };
        GroupWithRole: {
            /** @description Stands for the group wherever roles are given. */
            id: string;
            /** @description The name that the identity provider has for the group. */
            group_id: string;
            idp_id: components["schemas"]["Id"];
            role: components["schemas"]["OrganizationRole"];
            created_at?: components["schemas"]["Timestamp"];
        };
        HumanitecPublicKey: {
            /** @description The key as PEM text. */
            pub_key: string;
            /** @description The platform signs with it now. */
            active: boolean;
            created_at: components["schemas"]["Timestamp"];
        };
        /** @description The store that is built in. There is nothing to set about it. */
        HumanitecResponse: Record<string, never>;
        /** @description Lower-case letters and digits, with single hyphens between them; at least two characters. */
        Id: string;
        ImageBuildRequest: {
            /** @description The image with registry and tag, such as `ghcr.io/acme/web:1.2`. */
            image?: string;
            /** @description The branch that was built. */
            branch?: string;
            /** @description The commit that was built. */
            commit?: string;
            /** @description The tags in Git that were built. */
            tags?: string[];
        };
        ImageBuildResponse: {
            /** @description The image with registry and tag. */
            image: string;
            /** @description May be empty. */
            branch: string;
            /** @description May be empty. */
            commit: string;
            tags: string[];
            added_at?: components["schemas"]["Timestamp"];
        };
        ImageResponse: {
            id: string;
            /** @description Where the image was made known. */
            source: string;
            builds: components["schemas"]["ImageBuildResponse"][];
            added_at: components["schemas"]["Timestamp"];
        };
        JSONFieldRequest: {
            [key: string]: unknown;
        };
        JSONFieldResponse: {
            [key: string]: unknown;
        };
        JSONPatchResponse: {
            /** @description `add`, `replace` or `remove`. */
            op: string;
            /** @description A slash and the key, as RFC 6901 writes it. */
            path: string;
            /** @description The whole value. */
            value?: unknown;
        };
        /** @description What leads from the values of the version before to these (RFC 6902). */
        JSONPatchesResponse: components["schemas"]["JSONPatchResponse"][];
        Key: {
            /** @description The SHA-256 of the key in DER form, in hexadecimal digits. */
            fingerprint: string;
            /** @description The key as PEM text. */
            public_key: string;
            created_at: components["schemas"]["Timestamp"];
            /** @description The id of a user. */
            created_by: string;
            expired_at: components["schemas"]["Timestamp"];
            /** @description Requests that are signed with it are trusted. */
            is_authorized: boolean;
        };
        KeyCreateBody: {
            public_key: components["schemas"]["AgentPublicKey"];
        };
        /**
         * @description Whether an application or an environment is there, or being torn down.
         * @enum {string}
         */
        LifecycleStatus: "active" | "deleting";
        LogoResponse: {
            /** @description For a dark background. */
            dark_url?: string;
            /** @description For a light background. */
            light_url?: string;
        };
        MatchingCriteriaResponse: {
            id: string;
            app_id?: string;
            env_id?: string;
            env_type?: string;
            res_id?: string;
            class: string;
        };
        /** @description Which resources a definition is for: those that agree in everything that is given. A resource id is more specific than an environment, which is more specific than an application, which is more specific than an environment type. */
        MatchingCriteriaRuleRequest: {
            /** @description Only resources of this application. */
            app_id?: string;
            /** @description Only resources of this environment. */
            env_id?: string;
            /** @description Only resources of environments of this type. */
            env_type?: string;
            /** @description Only the resource of this id, such as `shared.db`. */
            res_id?: string;
            /** @description Only resources of this class; `default` when it is absent. */
            class?: string;
        };
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
        NewServiceUserRequest: {
            /** @description What people call it. */
            name: string;
            /** @description Who is told about it. */
            email?: string;
            /** @description What it will be in the organization. */
            role: string;
        };
        NodeBodyResponse: {
            type: string;
            class: string;
            id: string;
            /** @description Tells the resource from every other, anywhere. */
            guresid: string;
            /** @description The parameters that it is given. */
            resource: {
                [key: string]: unknown;
            };
            /** @description What its type gives out. */
            resource_schema: {
                [key: string]: unknown;
            };
            def_id: string;
            def_version_id: string;
            /** @description The criteria that chose the definition; empty for a built-in one. */
            criteria_id: string;
            /** @description The inputs of the driver. */
            driver: {
                [key: string]: unknown;
            };
            driver_type: string;
            driver_account?: string;
            /** @description Where the driver is. */
            target?: string;
            in_place_driver_change: boolean;
            /** @description The `guresid` of each resource that has to be there first. */
            depends_on: string[];
        };
        OrganizationResponse: {
            id: components["schemas"]["Id"];
            /** @description What people call it. */
            name: string;
            /**
             * Format: date-time
             * @description Null where nobody knows any more.
             */
            created_at: string | null;
            /** @description The id of a user. */
            created_by: string;
            /**
             * Format: date-time
             * @description Null for an organization that is not on trial.
             */
            trial_expires_at: string | null;
            logo: components["schemas"]["LogoResponse"];
            /** @description Where new projects are made from templates. */
            scaffolding_url?: string | null;
        };
        /**
         * @description What somebody may be in an organization; `artefactContributor` is for service users only.
         * @enum {string}
         */
        OrganizationRole: "administrator" | "manager" | "member" | "artefactContributor" | "orgViewer";
        /** @description One line that a container has written. */
        OutputEntryResponse: {
            level: string;
            payload: string;
            timestamp: string;
            workload_id: string;
            container_id: string;
        };
        PatchResourceDefinitionRequestRequest: {
            name?: string | null;
            /** @description The resource account that the driver works with. */
            driver_account?: string | null;
            driver_inputs?: components["schemas"]["ValuesSecretsRefsRequest"];
            /** @description What else to make with it: `type#id`, or a type alone for a resource of the same id, each with the part that it plays. */
            provision?: {
                [key: string]: components["schemas"]["ProvisionDependenciesRequest"];
            } | null;
            in_place_driver_change?: boolean | null;
            /** @description Only make a version of it; promoting that makes it count. */
            proposed?: boolean | null;
        };
        PatchResourceTypeRequestRequest: {
            name?: string | null;
            category?: string | null;
            /** @description direct, indirect or implicit. */
            use?: string | null;
            inputs_schema?: {
                [key: string]: unknown;
            } | null;
            outputs_schema?: {
                [key: string]: unknown;
            } | null;
        };
        Permissions: {
            permissions: string[];
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
            /** @description The application of the pipeline, which null means as well; what else it could be is refused. */
            app_id?: string | null;
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
        PodStateResponse: {
            podName: string;
            revision: number;
            phase: string;
            status: string;
            containerStatuses: {
                [key: string]: unknown;
            }[];
        };
        /** @description A resource that is made whenever the definition makes one. */
        ProvisionDependenciesRequest: {
            /** @description It depends on the resource that brings it. */
            is_dependent?: boolean;
            /** @description What depends on the resource that brings it, depends on it, too. */
            match_dependents?: boolean;
            /** @description Parameters for its driver. */
            params?: {
                [key: string]: unknown;
            };
        } | null;
        ProvisionDependenciesResponse: {
            is_dependent: boolean;
            match_dependents?: boolean;
            params?: {
                [key: string]: unknown;
            };
        };
        PublicKey: {
            id: string;
            /** @description The key as PEM text. */
            key: string;
            created_at: components["schemas"]["Timestamp"];
            /** @description The id of a user. */
            created_by: string;
            expired_at: components["schemas"]["Timestamp"];
            /** @description The SHA-256 of the key in DER form, in hexadecimal digits. */
            fingerprint: string;
        };
        RegistryCredsResponse: {
            /** @description The domain, or the domain and a project. */
            registry: string;
            username?: string;
            password?: string;
            /**
             * Format: date-time
             * @description Until when they are valid.
             */
            expires?: string | null;
            secrets?: components["schemas"]["ClusterSecretsMapResponse"];
        };
        /** @description Lower-case letters, digits and hyphens; at least three characters. */
        RegistryId: string;
        RegistryRequest: {
            id: components["schemas"]["RegistryId"];
            /** @description The domain, or the domain and a project, such as `ghcr.io/acme`. */
            registry: string;
            type: components["schemas"]["RegistryType"];
            /** @description Let builds have the credentials. */
            enable_ci?: boolean;
            creds?: components["schemas"]["AccountCredsRequest"];
            secrets?: components["schemas"]["ClusterSecretsMapRequest"];
        };
        RegistryResponse: {
            id: components["schemas"]["RegistryId"];
            /** @description The domain, or the domain and a project. */
            registry: string;
            type: components["schemas"]["RegistryType"];
            /** @description Builds may have the credentials. */
            enable_ci: boolean;
            /** Format: date-time */
            created_at?: string | null;
            /** @description The id of a user. */
            created_by?: string;
            secrets?: components["schemas"]["ClusterSecretsMapResponse"];
        };
        /**
         * @description How to log in. `secret_ref` means with secrets that the clusters have already.
         * @enum {string}
         */
        RegistryType: "public" | "basic" | "google_gcr" | "amazon_ecr" | "secret_ref";
        /** @description Credentials that drivers use, under a name. What they are is never told. */
        ResourceAccountResponse: {
            id: string;
            name: string;
            /** @description One of the types of accounts. */
            type: string;
            /** @description Whether a resource definition or an active resource refers to it. */
            is_used: boolean;
            created_at: components["schemas"]["Timestamp"];
            /** @description The id of a user. */
            created_by: string;
        };
        ResourceClassRequest: {
            id: string;
            description: string;
        };
        /** @description A variety of a resource type, which workloads ask for and matching criteria look at. */
        ResourceClassResponse: {
            id: string;
            resource_type: string;
            /** @description When to use it. */
            description: string;
            /** @description The id of a user. */
            created_by: string;
            created_at: components["schemas"]["Timestamp"];
        };
        ResourceDefinitionChangeResponse: {
            app_id: string;
            env_id: string;
            res_id: string;
            /** @description The definition that the resource was made from. */
            from_def: string;
            /** @description The one that it would get; empty when there would be none. */
            to_def: string;
        };
        ResourceDefinitionResponse: {
            org_id: string;
            id: string;
            name: string;
            /** @description The type of the resources that it makes. */
            type: string;
            /** @description What makes them. */
            driver_type: string;
            driver_account?: string;
            driver_inputs?: components["schemas"]["ValuesSecretsRefsResponse"];
            /** @description What else is made with it, by `type#id`. */
            provision?: {
                [key: string]: components["schemas"]["ProvisionDependenciesResponse"];
            };
            criteria?: components["schemas"]["MatchingCriteriaResponse"][];
            active_version_id: string;
            in_place_driver_change: boolean;
            /** @description Every organization has it. */
            is_default: boolean;
            /** @description It makes no new resource. */
            is_deleted: boolean;
            created_at: components["schemas"]["Timestamp"];
            created_by: string;
            updated_at?: components["schemas"]["Timestamp"];
            updated_by?: string;
        };
        ResourceDefinitionVersion: {
            id: string;
            org_id: string;
            def_id: string;
            name: string;
            type: string;
            driver_type: string;
            /** @description Empty when there is none. */
            driver_account: string;
            driver_inputs: components["schemas"]["ValuesSecretsRefsResponse"];
            in_place_driver_change: boolean;
            /** @description What else is made with it, by `type#id`. */
            provision: {
                [key: string]: components["schemas"]["ProvisionDependenciesResponse"];
            };
            /**
             * @description What made it.
             * @enum {string}
             */
            action: "created" | "updated" | "deleted";
            /** @description It is not for new resources. */
            archived: boolean;
            /** @description It is what resources are made from. */
            active: boolean;
            /** @description It is newer than the one that is active. */
            proposed: boolean;
            created_at: components["schemas"]["Timestamp"];
            created_by: string;
        };
        /** @description A resource definition, and the type of resource that it gives. */
        ResourceDefinitions: {
            type: string;
            id: string;
        };
        ResourceInputsResponse: {
            id: string;
            type: string;
            class?: string;
            /** @description The parameters that the set gives it. */
            resource?: {
                [key: string]: unknown;
            };
        };
        ResourceProvisionRequestRequest: {
            /** @description Its place in the set, such as `shared.db`. */
            id: string;
            type: string;
            /** @description `default` when it is absent. */
            class?: string;
            /** @description The parameters that the set gives it. */
            resource?: {
                [key: string]: unknown;
            };
        };
        ResourceTypeRequest: {
            /** @description The id: that of the organization, a slash, and a name. */
            type: string;
            name?: string;
            category?: string;
            use: components["schemas"]["ResourceTypeUse"];
            inputs_schema?: components["schemas"]["ResourceTypeSchema"];
            outputs_schema?: components["schemas"]["ResourceTypeSchema"];
        };
        ResourceTypeResponse: {
            /** @description The id: `postgres`, or `my-org/my-type` for a custom one. */
            type: string;
            name: string;
            /** @description Brings similar types together. */
            category: string;
            use: components["schemas"]["ResourceTypeUse"];
            inputs_schema: components["schemas"]["ResourceTypeSchema"];
            outputs_schema: components["schemas"]["ResourceTypeSchema"];
        };
        /** @description A JSON Schema, by `values` and `secrets`. */
        ResourceTypeSchema: {
            [key: string]: unknown;
        };
        /** @description How a workload comes by such a resource: it asks for it (`direct`), another resource does (`indirect`), or every deployment has it anyway (`implicit`). */
        ResourceTypeUse: string;
        RoleRequest: {
            role: string;
        };
        /** @description The role that the user holds on each thing. */
        RolesResponse: {
            [key: string]: string;
        };
        /** @description One of the three, as Kubernetes has it. */
        RuntimeInfoContainerState: {
            waiting?: components["schemas"]["RuntimeInfoControllerStateWaiting"];
            running?: components["schemas"]["RuntimeInfoContainerStateRunning"];
            terminated?: components["schemas"]["RuntimeInfoContainerStateTerminated"];
        };
        RuntimeInfoContainerStateRunning: {
            started_at?: components["schemas"]["Timestamp"];
        };
        RuntimeInfoContainerStateTerminated: {
            exit_code?: number;
            signal?: number;
            /** @description One word. */
            reason?: string;
            message?: string;
            started_at?: components["schemas"]["Timestamp"];
            finished_at?: components["schemas"]["Timestamp"];
            container_id?: string;
        };
        /** @description The number of restarts goes by two names, since the API documents one and demands the other. */
        RuntimeInfoContainerStatus: {
            name: string;
            ready: boolean;
            restart_count?: number;
            restartCount: number;
            /** @enum {string} */
            status: "Failure" | "Success" | "Pending" | "Unknown";
            state: components["schemas"]["RuntimeInfoContainerState"];
        };
        RuntimeInfoControllerStateWaiting: {
            /** @description One word. */
            reason?: string;
            message?: string;
        };
        RuntimeInfoModule: {
            status: components["schemas"]["RuntimeInfoStatus"];
            status_class: components["schemas"]["RuntimeInfoStatusClass"];
            controllers: {
                [key: string]: components["schemas"]["RuntimeInfoModuleController"];
            };
        };
        RuntimeInfoModuleController: {
            kind: string;
            status: components["schemas"]["RuntimeInfoStatus"];
            /** @description Why it is not as it should be, if it is not. */
            message?: string;
            replicas?: number;
            pods?: components["schemas"]["RuntimeInfoPod"][];
            revision?: number;
        };
        RuntimeInfoPod: {
            podName: string;
            revision?: number;
            /** @enum {string} */
            phase: "Pending" | "Running" | "Succeeded" | "Failed" | "Unknown";
            /** @enum {string} */
            status: "Failure" | "Success" | "Pending" | "Unknown";
            containerStatuses: components["schemas"]["RuntimeInfoContainerStatus"][];
        };
        RuntimeInfoResponseV1: {
            /** @description Where on the cluster it runs. */
            namespace: string;
            /** @description Workload → controller → its state. */
            modules: {
                [key: string]: {
                    [key: string]: components["schemas"]["ControllerResponse"];
                };
            };
        };
        RuntimeInfoResponseV2: {
            /** @description Where on the cluster it runs. */
            namespace: string;
            /** @description By workload. */
            modules: {
                [key: string]: components["schemas"]["RuntimeInfoModule"];
            };
        };
        /** @enum {string} */
        RuntimeInfoStatus: "Running" | "Succeeded" | "Starting" | "Partially Succeeded" | "Failed" | "Stopped" | "Unknown";
        /** @enum {string} */
        RuntimeInfoStatusClass: "Success" | "Failure" | "Warning" | "Stopped" | "Unknown";
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
        /** @description Either `value`, a secret to put into the organization's primary secret store, or `store` and `ref`, where one lies already. */
        SecretReference: {
            /** @description The secret itself. */
            value?: string;
            /** @description The id of a secret store of the organization; not `humanitec`. */
            store?: string;
            /** @description What the secret is called in that store, in its own notation. */
            ref?: string;
            /** @description Which version of it; goes with `ref` only. */
            version?: string;
        } | null;
        SecretStoreResponse: {
            id: string;
            /** @description New secrets are kept here. One store of an organization is the primary. */
            primary: boolean;
            created_at: components["schemas"]["Timestamp"];
            /** @description The id of a user. */
            created_by: string;
            updated_at: components["schemas"]["Timestamp"];
            /** @description The id of a user. */
            updated_by: string;
            awssm?: components["schemas"]["AWSSMResponse"];
            azurekv?: components["schemas"]["AzureKVResponse"];
            gcpsm?: components["schemas"]["GCPSMResponse"];
            humanitec?: components["schemas"]["HumanitecResponse"];
            vault?: components["schemas"]["VaultResponse"];
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
        SubjectPermissions: {
            /** @description By the path of each thing. */
            objects: {
                [key: string]: components["schemas"]["Permissions"];
            };
        };
        /** @enum {string} */
        SubjectTypeEnum: "user" | "group";
        /**
         * Format: date-time
         * @description An instant in UTC, such as 2024-05-21T09:30:00.123Z.
         */
        Timestamp: string;
        TokenDefinitionRequest: {
            /** @description No other token of the user may have it. */
            id: string;
            /** @enum {string} */
            type: "static";
            /** @description What the token is for. */
            description?: string;
            expires_at?: components["schemas"]["Timestamp"];
        };
        TokenInfoResponse: {
            id: string;
            /** @description `static` for those that were issued here. */
            type: string;
            /** @description May be empty. */
            description: string;
            created_at: components["schemas"]["Timestamp"];
            /** @description The id of a user. */
            created_by: string;
            expires_at?: components["schemas"]["Timestamp"];
        };
        TokenResponse: {
            /** @description The secret. */
            token: string;
            type?: string;
        };
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
        UpdateDriverRequestRequest: {
            /** @description The type of the resources that it makes. */
            type: string;
            account_types: string[];
            inputs_schema: components["schemas"]["DriverInputsSchema"];
            target: components["schemas"]["DriverTarget"];
            /** @description How the inputs of a virtual driver become those of its target. */
            template?: unknown;
            /**
             * @deprecated
             * @description Whether other organizations may use it.
             */
            is_public?: boolean;
        };
        UpdateEnvironmentTypePayloadRequest: {
            /** @description `null` takes it away. */
            description?: string | null;
        };
        /** @enum {string} */
        UpdateOperation: "add" | "remove" | "replace";
        UpdateResourceAccountRequestRequest: {
            name?: string;
            credentials?: {
                [key: string]: unknown;
            };
        };
        UpdateResourceClassRequest: {
            description: string;
        };
        UpdateResourceDefinitionRequestRequest: {
            name: string;
            /** @description The present one when it is absent or empty. */
            driver_type?: string;
            /** @description The resource account that the driver works with; none when it is absent or empty. */
            driver_account?: string | null;
            driver_inputs?: components["schemas"]["ValuesSecretsRefsRequest"];
            /** @description What else to make with it: `type#id`, or a type alone for a resource of the same id, each with the part that it plays. */
            provision?: {
                [key: string]: components["schemas"]["ProvisionDependenciesRequest"];
            } | null;
            in_place_driver_change?: boolean;
            /** @description Only make a version of it; promoting that makes it count. */
            proposed?: boolean;
        };
        UpdateResourceTypeRequestRequest: {
            name?: string;
            category?: string;
            use: components["schemas"]["ResourceTypeUse"];
            inputs_schema?: components["schemas"]["ResourceTypeSchema"];
            outputs_schema?: components["schemas"]["ResourceTypeSchema"];
        };
        /** @description What is not named stays as it is. */
        UpdateSecretStorePayloadRequest: {
            /** @description Keep new secrets here from now on. */
            primary?: boolean | null;
            awssm?: components["schemas"]["AWSSMRequest"];
            azurekv?: components["schemas"]["AzureKVRequest"];
            gcpsm?: components["schemas"]["GCPSMRequest"];
            vault?: components["schemas"]["VaultRequest"];
        };
        UserInviteRequestRequest: {
            email: string;
            /** @description What the person will be in the organization. */
            role: string;
        };
        UserInviteResponse: {
            /** @description Stands for the person who was invited. */
            user_id: string;
            email?: string;
            /** @description The id of a user. */
            created_by: string;
            created_at: components["schemas"]["Timestamp"];
            expires_at: components["schemas"]["Timestamp"];
        };
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
        UserProfileResponse: {
            id: string;
            name: string;
            /** @description Absent for service users without one. */
            email?: string;
            /** @description `user`, `service` or `system`. */
            type: string;
            created_at: components["schemas"]["Timestamp"];
        };
        UserRoleRequest: {
            id: components["schemas"]["Id"];
            role: string;
        };
        UserRoleResponse: {
            /** @description The id of the user or the group. */
            id: string;
            name: string;
            email?: string;
            /** @description `user`, `service`, `system` or `group`. */
            type: string;
            role: string;
            created_at: components["schemas"]["Timestamp"];
            /** @description How far an invitation has come; absent for who was never invited. */
            invite?: string;
            /** @description Which identity provider a group is from. */
            idp_id?: string;
        };
        ValueCreatePayloadRequest: {
            /** @description What it is called in `${values.KEY}`. */
            key: string;
            value?: string | null;
            /** @description For people. */
            description: string | null;
            /** @description A secret can be used and replaced, and never be read. */
            is_secret?: boolean;
            secret_ref?: components["schemas"]["SecretReference"];
        };
        ValueEditPayloadRequest: {
            value?: string | null;
            description: string | null;
            secret_ref?: components["schemas"]["SecretReference"];
            /** @description Ignored. */
            is_secret?: boolean;
            /** @description Ignored; the path has it. */
            key?: string;
        };
        ValuePatchPayloadRequest: {
            value?: string | null;
            description?: string | null;
            secret_ref?: components["schemas"]["SecretReference"];
        };
        ValueResponse: {
            key: string;
            /** @description Always empty for a secret. */
            value: string;
            description: string;
            is_secret: boolean;
            source: components["schemas"]["ValueSource"];
            /** @description The store that a secret lies in; null otherwise. */
            secret_store_id: string | null;
            /** @description What the secret is called there. */
            secret_key: string | null;
            /** @description Which version of it this is. */
            secret_version: string | null;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        ValueSetActionPayloadRequest: {
            /** @description Why. */
            comment?: string;
        };
        /** @description Every value by its key, but for those that were purged. */
        ValueSetResponse: {
            [key: string]: components["schemas"]["ValueResponse"];
        };
        ValueSetVersionResponse: {
            id: string;
            values: components["schemas"]["ValueSetResponse"];
            change: components["schemas"]["JSONPatchesResponse"];
            result_of: components["schemas"]["ValueSetVersionResultOf"];
            /** @description May be empty. */
            comment: string;
            /** @description The version that was restored or purged from. */
            source_value_set_version_id: string | null;
            created_at: components["schemas"]["Timestamp"];
            /** @description The id of a user. */
            created_by: string;
            updated_at: components["schemas"]["Timestamp"];
        };
        /**
         * @description What made the version.
         * @enum {string|null}
         */
        ValueSetVersionResultOf: "app_value_create" | "app_value_update" | "app_value_delete" | "app_values_delete" | "app_value_set_version_restore" | "app_value_set_version_purge" | "env_value_create" | "env_value_update" | "env_value_delete" | "env_values_delete" | "env_value_set_version_restore" | "env_value_set_version_purge" | null;
        /**
         * @description Who says so: the application, or the environment in its place.
         * @enum {string}
         */
        ValueSource: "app" | "env";
        /** @description What a driver is told. */
        ValuesSecretsRefsRequest: {
            /** @description What may be seen. */
            values?: {
                [key: string]: unknown;
            } | null;
            /** @description What is kept in the primary secret store. Not together with `secret_refs`. */
            secrets?: {
                [key: string]: unknown;
            } | null;
            /** @description Objects of any depth, whose innermost are secret references. Not together with `secrets`. */
            secret_refs?: {
                [key: string]: unknown;
            } | null;
        } | null;
        ValuesSecretsRefsResponse: {
            values?: {
                [key: string]: unknown;
            };
            secrets?: {
                [key: string]: unknown;
            };
            /** @description Where the secrets are kept. */
            secret_refs?: {
                [key: string]: unknown;
            };
        };
        /** @description Never read back. */
        VaultAuthRequest: {
            role?: string;
            token?: string;
        };
        /** @description HashiCorp Vault. */
        VaultRequest: {
            /** @description The agent through which it is reached. */
            agent_id?: string;
            auth?: components["schemas"]["VaultAuthRequest"];
            path?: string;
            url?: string;
        };
        /** @description HashiCorp Vault. */
        VaultResponse: {
            /** @description The agent through which it is reached. */
            agent_id?: string;
            path?: string;
            url?: string;
        };
        WebhookRequest: {
            /** @description No other webhook in the organization may have it; made up when left out. */
            id?: string;
            /** @description Where to send to by https; the scheme may be left out. Plain http only to the server's own machine. */
            url?: string | null;
            headers?: components["schemas"]["JSONFieldRequest"];
            payload?: components["schemas"]["JSONFieldRequest"];
            triggers?: components["schemas"]["EventBaseRequest"][];
            /** @description Whether nothing is sent for now. */
            disabled?: boolean | null;
        };
        WebhookResponse: {
            id: string;
            url: string | null;
            headers: components["schemas"]["JSONFieldResponse"];
            payload: components["schemas"]["JSONFieldResponse"];
            triggers: components["schemas"]["EventBaseResponse"][];
            disabled: boolean | null;
            created_at?: components["schemas"]["Timestamp"];
            /** @description The id of a user. */
            created_by?: string;
        };
        WebhookUpdateResponse: {
            url: string | null;
            headers: components["schemas"]["JSONFieldResponse"];
            payload: components["schemas"]["JSONFieldResponse"];
            triggers: components["schemas"]["EventBaseResponse"][] | null;
            disabled: boolean | null;
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
        WorkloadProfileChartReference: {
            /** @description The chart's name; for one of another organization `{orgId}/{name}`. */
            id: string;
            /** @description A version of it, or `latest`. */
            version: string;
        };
        WorkloadProfileChartVersionResponse: {
            /** @description The chart's name. */
            id: string;
            org_id: string;
            version: string;
            created_at: components["schemas"]["Timestamp"];
            /** @description The id of a user. */
            created_by: string;
        };
        /** @description What to use instead. A profile with such a message, if it is not empty, is deprecated. */
        WorkloadProfileDeprecation: string;
        /** @description A building block of workload profiles. */
        WorkloadProfileFeatureResponse: {
            /** @description Profiles name the feature as `{org_id}/{id}`. */
            id: string;
            org_id: string;
            version: string;
            /** @description A JSON Schema of what a workload says there. */
            schema: {
                [key: string]: unknown;
            };
        };
        WorkloadProfileRequest: {
            id: string;
            description?: string;
            deprecation_message?: components["schemas"]["WorkloadProfileDeprecation"];
            spec_definition: components["schemas"]["WorkloadProfileSpecDefinition"];
            /** @description Unlike that of any other version; made up when it is absent. */
            version?: string;
            workload_profile_chart: components["schemas"]["WorkloadProfileChartReference"];
        };
        /** @description What a workload may say about itself, and the chart that makes Kubernetes objects of it. */
        WorkloadProfileResponse: {
            id: string;
            /** @description The organization that it belongs to. */
            org_id: string;
            description: string;
            deprecation_message?: components["schemas"]["WorkloadProfileDeprecation"];
            spec_definition: components["schemas"]["WorkloadProfileSpecDefinition"];
            /** @description A schema of the workload's `spec`. */
            spec_schema: unknown;
            version: string;
            workload_profile_chart: components["schemas"]["WorkloadProfileChartReference"];
            created_at: components["schemas"]["Timestamp"];
            created_by: string;
            updated_at: components["schemas"]["Timestamp"];
            updated_by: string;
        };
        /** @description What the `spec` of a workload is made of. */
        WorkloadProfileSpecDefinition: {
            properties?: components["schemas"]["WorkloadProfileSpecDefinitionProperties"];
            runtime_properties?: components["schemas"]["WorkloadProfileSpecDefinitionRuntimeProperty"][];
        };
        WorkloadProfileSpecDefinitionProperties: {
            [key: string]: components["schemas"]["WorkloadProfileSpecDefinitionProperty"];
        };
        WorkloadProfileSpecDefinitionProperty: {
            type: components["schemas"]["WorkloadProfileSpecDefinitionPropertyType"];
            /** @description For a `feature`: which, such as `humanitec/containers`. */
            feature_name?: string;
            title?: string;
            version?: string;
            ui_hints?: components["schemas"]["WorkloadProfileSpecDefinitionPropertyUIHints"];
            /** @description For a `schema`: it. */
            schema?: {
                [key: string]: unknown;
            };
            runtime_properties?: components["schemas"]["WorkloadProfileSpecDefinitionRuntimeProperty"][];
            properties?: components["schemas"]["WorkloadProfileSpecDefinitionProperties"];
        };
        /**
         * @description A building block, a map of things with the same properties, or whatever a JSON Schema says.
         * @enum {string}
         */
        WorkloadProfileSpecDefinitionPropertyType: "feature" | "collection" | "schema";
        WorkloadProfileSpecDefinitionPropertyUIHints: {
            order?: number;
            hidden?: boolean;
        };
        WorkloadProfileSpecDefinitionRuntimeProperty: {
            type: components["schemas"]["WorkloadProfileSpecDefinitionRuntimePropertyType"];
            feature_name?: string;
            title?: string;
            version?: string;
            ui_hints?: components["schemas"]["WorkloadProfileSpecDefinitionPropertyUIHints"];
        };
        /**
         * @description What only a running workload has.
         * @enum {string}
         */
        WorkloadProfileSpecDefinitionRuntimePropertyType: "feature" | "collection";
        WorkloadProfileUpdateRequest: {
            description?: string;
            deprecation_message?: components["schemas"]["WorkloadProfileDeprecation"];
            spec_definition: components["schemas"]["WorkloadProfileSpecDefinition"];
            /** @description Unlike that of any other version; made up when it is absent. */
            version?: string;
            workload_profile_chart: components["schemas"]["WorkloadProfileChartReference"];
        };
        /** @description A workload profile as it was, or is, at one version. */
        WorkloadProfileVersionResponse: {
            id: string;
            org_id: string;
            workload_profile_id: string;
            description: string;
            deprecation_message?: components["schemas"]["WorkloadProfileDeprecation"];
            spec_definition: components["schemas"]["WorkloadProfileSpecDefinition"];
            /** @description A schema of the workload's `spec`. */
            spec_schema: unknown;
            version: string;
            workload_profile_chart: components["schemas"]["WorkloadProfileChartReference"];
            created_at: components["schemas"]["Timestamp"];
            created_by: string;
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
        /** @description Active resources would get another definition, or lose theirs. Each of them is listed. */
        DefinitionChanges: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ResourceDefinitionChangeResponse"][];
            };
        };
        /** @description Why the request was refused, said in `error` itself. */
        ErrorInfo: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorInfoResponse"];
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
        /** @description The account. */
        accId: string;
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
        /** @description Refuse credentials that do not authenticate. */
        checkCredential: boolean;
        /** @description Check the request and answer 204, but store nothing. */
        dryRun: boolean;
        /** @description The environment. */
        envId: string;
        /** @description The environment type. */
        envType: components["schemas"]["Id"];
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
        /** @description The profile: its id if it is the organization's own, else `{orgId}/{id}` with the slash percent-encoded, as in `humanitec%2Fdefault-module`. */
        profileQid: string;
        /** @description The run of the pipeline. */
        runId: string;
        /** @description Only users or only groups. */
        subjectType: components["schemas"]["SubjectTypeEnum"];
        /** @description The resource type. The slash of a custom one is percent-encoded, as in `my-org%2Fmy-type`. */
        typeId: string;
        /** @description The user or the group. */
        userId: components["schemas"]["Id"];
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
            default: components["responses"]["Unexpected"];
        };
    };
    listOrganizations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every organization that the caller may see, and no other. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationResponse"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            default: components["responses"]["Unexpected"];
        };
    };
    getOrganization: {
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
            /** @description The organization. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Unexpected"];
        };
    };
    listAgents: {
        parameters: {
            query?: {
                /** @description Only the agent that has the key with this fingerprint. */
                fingerprint?: string;
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
            /** @description The agents. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agent"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Unexpected"];
        };
    };
    createAgent: {
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
                "application/json": components["schemas"]["AgentCreateBody"];
            };
        };
        responses: {
            /** @description The new agent. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The agent. */
                agentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The agent is gone. */
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
    patchAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The agent. */
                agentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgentPatchBody"];
            };
        };
        responses: {
            /** @description The agent as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    listKeysInAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The agent. */
                agentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The agent. */
                agentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyCreateBody"];
            };
        };
        responses: {
            /** @description The new key. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteKeyInAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The agent. */
                agentId: string;
                /** @description The key, by the SHA-256 of its DER form in hexadecimal digits. */
                fingerprint: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key is gone. */
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
    patchApplication: {
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
                "application/json": components["schemas"]["ApplicationPatchPayload"];
            };
        };
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
            400: components["responses"]["BadRequest"];
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
            409: components["responses"]["Conflict"];
            default: components["responses"]["Unexpected"];
        };
    };
    updateEnvironment: {
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
                "application/json": components["schemas"]["EnvironmentBaseUpdateRequest"];
            };
        };
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
            400: components["responses"]["BadRequest"];
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
    listContainerLogs: {
        parameters: {
            query?: {
                /** @description Only this workload's. */
                workload_id?: string;
                /** @description Only those of containers of this name. */
                container_id?: string;
                /** @description Only what was written by what this deployment started. */
                deployment_id?: string;
                /** @description Nothing older. */
                timestamp_from?: components["schemas"]["Timestamp"];
                /** @description Nothing newer. */
                timestamp_to?: components["schemas"]["Timestamp"];
                /** @description How many entries at most. */
                limit?: string;
                /** @description Take the oldest entries that match, the oldest first. The newest come first otherwise. */
                asc?: boolean;
                /** @description Turn round the order of the entries that were taken. */
                invert?: boolean;
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
            /** @description The entries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutputEntryResponse"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description Asked too often; wait, and ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
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
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            default: components["responses"]["Unexpected"];
        };
    };
    queryResourceGraph: {
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
                "application/json": components["schemas"]["ResourceProvisionRequestRequest"][];
            };
        };
        responses: {
            /** @description Every resource that would be provisioned, each after those that it depends on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NodeBodyResponse"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            default: components["responses"]["Unexpected"];
        };
    };
    createDependencyGraph: {
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
                "application/json": components["schemas"]["ResourceProvisionRequestRequest"][];
            };
        };
        responses: {
            /** @description The graph. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DependencyGraphResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    getDependencyGraph: {
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
                /** @description The graph. */
                graphId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The graph. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DependencyGraphResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteActiveResource: {
        parameters: {
            query?: {
                /** @description Forget the resource, and leave what it stands for as it is. This can be done to one that is in use, too; the next deployment that needs it makes another. */
                detach?: boolean;
            };
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The environment. */
                envId: components["parameters"]["envId"];
                /** @description Its type, with its class after a dot unless that is `default`, as `postgres` or `postgres.large`. */
                type: string;
                /** @description Its id, such as `modules.web.externals.db`. */
                resId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It will be destroyed. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is gone. */
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
    pinActiveResource: {
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
                /** @description Its type, with its class after a dot unless that is `default`, as `postgres` or `postgres.large`. */
                type: string;
                /** @description Its id, such as `modules.web.externals.db`. */
                resId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActiveResourceTargetDefinitionRequest"];
            };
        };
        responses: {
            /** @description The resource. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActiveResourceResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    listAutomationRules: {
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
            /** @description The rules, active or not. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutomationRuleResponse"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    createAutomationRule: {
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
                "application/json": components["schemas"]["AutomationRuleRequest"];
            };
        };
        responses: {
            /** @description The new rule. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutomationRuleResponse"];
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
    getAutomationRule: {
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
                /** @description The rule. */
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rule. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutomationRuleResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    updateAutomationRule: {
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
                /** @description The rule. */
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AutomationRuleRequest"];
            };
        };
        responses: {
            /** @description The rule as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutomationRuleResponse"];
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
    deleteAutomationRule: {
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
                /** @description The rule. */
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rule is gone. */
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
    getRuntime: {
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
            /** @description The workloads with their controllers and pods. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuntimeInfoResponseV1"];
                    "application/v2+json": components["schemas"]["RuntimeInfoResponseV2"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    updatePaused: {
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
        /** @description `true` pauses, `false` resumes. */
        requestBody: {
            content: {
                "application/json": boolean;
            };
        };
        responses: {
            /** @description The environment is as asked for. */
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
    patchReplicas: {
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
        /** @description Workload → number of replicas. Workloads that are not named keep theirs. */
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: number;
                };
            };
        };
        responses: {
            /** @description The workloads are being scaled. */
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
    listEnvironmentValueSetVersions: {
        parameters: {
            query?: {
                /** @description Only those that changed this key. */
                key_changed?: string;
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
            /** @description Every version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValueSetVersionResponse"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    getEnvironmentValueSetVersion: {
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
                /** @description The version; for the newest one, a UUID of zeros. */
                valueSetVersionId: string;
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
                    "application/json": components["schemas"]["ValueSetVersionResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    purgeEnvironmentValueSetVersionKey: {
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
                /** @description The version; for the newest one, a UUID of zeros. */
                valueSetVersionId: string;
                /** @description The key of the value. */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValueSetActionPayloadRequest"];
            };
        };
        responses: {
            /** @description It is erased. */
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
    restoreEnvironmentValueSetVersion: {
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
                /** @description The version; for the newest one, a UUID of zeros. */
                valueSetVersionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValueSetActionPayloadRequest"];
            };
        };
        responses: {
            /** @description The version that this made. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValueSetVersionResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    restoreEnvironmentValueSetVersionKey: {
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
                /** @description The version; for the newest one, a UUID of zeros. */
                valueSetVersionId: string;
                /** @description The key of the value. */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValueSetActionPayloadRequest"];
            };
        };
        responses: {
            /** @description The version that this made. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValueSetVersionResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    listEnvironmentValues: {
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
            /** @description Every value; of a secret only where it is kept. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValueResponse"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    createEnvironmentValue: {
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
                "application/json": components["schemas"]["ValueCreatePayloadRequest"];
            };
        };
        responses: {
            /** @description The new value. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValueResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteAllEnvironmentValues: {
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
            /** @description There are none any more. */
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
    replaceEnvironmentValue: {
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
                /** @description The key of the value. */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValueEditPayloadRequest"];
            };
        };
        responses: {
            /** @description The value as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValueResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteEnvironmentValue: {
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
                /** @description The key of the value. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The value is gone. */
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
    updateEnvironmentValue: {
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
                /** @description The key of the value. */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValuePatchPayloadRequest"];
            };
        };
        responses: {
            /** @description The value as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValueResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteJobs: {
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
            /** @description There are none any more. */
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
    getBatch: {
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
                /** @description What has gathered; there is only `artefact`. */
                batchType: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the next run will be given. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
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
    listRuntime: {
        parameters: {
            query: {
                /** @description The environments asked about, up to five. */
                id: string[];
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
            /** @description One item for each environment asked about, in that order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvironmentRuntimeInfoResponse"][];
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
    getSetResourceInputs: {
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
        requestBody?: never;
        responses: {
            /** @description Each of them, as a graph can be asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceInputsResponse"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TextNotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    listUserRolesInApp: {
        parameters: {
            query?: {
                /** @description Only users or only groups. */
                type?: components["parameters"]["subjectType"];
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
            /** @description Every user and group that has a role of its own here. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserRoleResponse"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    createUserRoleInApp: {
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
                "application/json": components["schemas"]["UserRoleRequest"];
            };
        };
        responses: {
            /** @description Who has which role now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserRoleResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    getUserRoleInApp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The user or the group. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The role. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserRoleResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteUserRoleInApp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The user or the group. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The role is gone. */
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
    updateUserRoleInApp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The user or the group. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleRequest"];
            };
        };
        responses: {
            /** @description Who has which role now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserRoleResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    listApplicationValueSetVersions: {
        parameters: {
            query?: {
                /** @description Only those that changed this key. */
                key_changed?: string;
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
            /** @description Every version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValueSetVersionResponse"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    getApplicationValueSetVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The version. */
                valueSetVersionId: string;
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
                    "application/json": components["schemas"]["ValueSetVersionResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    purgeApplicationValueSetVersionKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The version. */
                valueSetVersionId: string;
                /** @description The key of the value. */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValueSetActionPayloadRequest"];
            };
        };
        responses: {
            /** @description It is erased. */
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
    restoreApplicationValueSetVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The version. */
                valueSetVersionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValueSetActionPayloadRequest"];
            };
        };
        responses: {
            /** @description The version that this made. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValueSetVersionResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    restoreApplicationValueSetVersionKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The version. */
                valueSetVersionId: string;
                /** @description The key of the value. */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValueSetActionPayloadRequest"];
            };
        };
        responses: {
            /** @description The version that this made. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValueSetVersionResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    listApplicationValues: {
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
            /** @description Every value; of a secret only where it is kept. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValueResponse"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    createApplicationValue: {
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
                "application/json": components["schemas"]["ValueCreatePayloadRequest"];
            };
        };
        responses: {
            /** @description The new value. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValueResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteAllApplicationValues: {
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
            /** @description There are none any more. */
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
    replaceApplicationValue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The key of the value. */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValueEditPayloadRequest"];
            };
        };
        responses: {
            /** @description The value as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValueResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteApplicationValue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The key of the value. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The value is gone. */
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
    updateApplicationValue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The key of the value. */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValuePatchPayloadRequest"];
            };
        };
        responses: {
            /** @description The value as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValueResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    listWebhooks: {
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
            /** @description The webhooks. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookResponse"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    createWebhook: {
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
                "application/json": components["schemas"]["WebhookRequest"];
            };
        };
        responses: {
            /** @description The new webhook. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            default: components["responses"]["Unexpected"];
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The webhook. */
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The webhook. */
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook is gone. */
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
    updateWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The application. */
                appId: components["parameters"]["appId"];
                /** @description The webhook. */
                jobId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookRequest"];
            };
        };
        responses: {
            /** @description The webhook as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookUpdateResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
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
    listAuditLogEntries: {
        parameters: {
            query?: {
                /** @description How many items a page may hold. */
                per_page?: components["parameters"]["perPage"];
                /** @description Which page, as a Link header named it. Not for building by hand. */
                page?: components["parameters"]["page"];
                /** @description Only what happened after this instant. */
                from?: components["schemas"]["Timestamp"];
                /** @description Only what happened before this instant. */
                to?: components["schemas"]["Timestamp"];
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
            /** @description A page of entries; it may be empty. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditLogEntry"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
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
    updateEnvironmentType: {
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
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateEnvironmentTypePayloadRequest"];
            };
        };
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
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    listUserRolesInEnvType: {
        parameters: {
            query?: {
                /** @description Only users or only groups. */
                type?: components["parameters"]["subjectType"];
            };
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The environment type. */
                envType: components["parameters"]["envType"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every user and group that has a role of its own here. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserRoleResponse"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    createUserRoleInEnvType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The environment type. */
                envType: components["parameters"]["envType"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserRoleRequest"];
            };
        };
        responses: {
            /** @description Who has which role now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserRoleResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    getUserRoleInEnvType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The environment type. */
                envType: components["parameters"]["envType"];
                /** @description The user or the group. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The role. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserRoleResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteUserRoleInEnvType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The environment type. */
                envType: components["parameters"]["envType"];
                /** @description The user or the group. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The role is gone. */
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
    updateUserRoleInEnvType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The environment type. */
                envType: components["parameters"]["envType"];
                /** @description The user or the group. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleRequest"];
            };
        };
        responses: {
            /** @description Who has which role now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserRoleResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    listEvents: {
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
            /** @description The events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventResponse"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Unexpected"];
        };
    };
    createGroup: {
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
                "application/json": components["schemas"]["GroupRequest"];
            };
        };
        responses: {
            /** @description The group with its role. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupWithRole"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            default: components["responses"]["Unexpected"];
        };
    };
    listGroupUsers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The group, by the id that it has here. */
                groupId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every user in the group. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserProfileResponse"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    listHumanitecPublicKeys: {
        parameters: {
            query?: {
                /** @description Only active keys, or with `false` only those that are not. */
                active?: boolean;
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
            /** @description The keys; active ones first and then the newest. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HumanitecPublicKey"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Unexpected"];
        };
    };
    listDeprecatedImages: {
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
            /** @description The images. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageResponse"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Unexpected"];
        };
    };
    getDeprecatedImage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The image, as whoever tells of its builds calls it. */
                imageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The image. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    listDeprecatedImageBuilds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The image, as whoever tells of its builds calls it. */
                imageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The builds in the order in which they were added. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageBuildResponse"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    createDeprecatedImageBuild: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The image, as whoever tells of its builds calls it. */
                imageId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImageBuildRequest"];
            };
        };
        responses: {
            /** @description The build is known now. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Unexpected"];
        };
    };
    listInvitations: {
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
            /** @description Every invitation that is open. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserInviteResponse"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Unexpected"];
        };
    };
    createInvitation: {
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
                "application/json": components["schemas"]["UserInviteRequestRequest"];
            };
        };
        responses: {
            /** @description A profile that stands in for the person until then. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserRoleResponse"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Unexpected"];
        };
    };
    listPublicKeys: {
        parameters: {
            query?: {
                /** @description Only the key with this fingerprint. */
                fingerprint?: string;
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
            /** @description The keys; the last added first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicKey"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Unexpected"];
        };
    };
    createPublicKey: {
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
                "application/json": string;
            };
        };
        responses: {
            /** @description The key as it was added. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicKey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            default: components["responses"]["Unexpected"];
        };
    };
    getPublicKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The key. */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicKey"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    deletePublicKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The key. */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key is gone. */
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
            default: components["responses"]["Unexpected"];
        };
    };
    listRegistries: {
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
            /** @description Every registry, the built-in `humanitec` first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryResponse"][];
                };
            };
            400: components["responses"]["ErrorInfo"];
            401: components["responses"]["ErrorInfo"];
            403: components["responses"]["ErrorInfo"];
            default: components["responses"]["Unexpected"];
        };
    };
    createRegistry: {
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
                "application/json": components["schemas"]["RegistryRequest"];
            };
        };
        responses: {
            /** @description The new registry, without its credentials. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryResponse"];
                };
            };
            400: components["responses"]["ErrorInfo"];
            401: components["responses"]["ErrorInfo"];
            403: components["responses"]["ErrorInfo"];
            409: components["responses"]["ErrorInfo"];
            default: components["responses"]["Unexpected"];
        };
    };
    getRegistry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The registry. */
                regId: components["schemas"]["RegistryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The registry, without its credentials. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryResponse"];
                };
            };
            400: components["responses"]["ErrorInfo"];
            401: components["responses"]["ErrorInfo"];
            403: components["responses"]["ErrorInfo"];
            404: components["responses"]["ErrorInfo"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteRegistry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The registry. */
                regId: components["schemas"]["RegistryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The registry is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["ErrorInfo"];
            401: components["responses"]["ErrorInfo"];
            403: components["responses"]["ErrorInfo"];
            404: components["responses"]["ErrorInfo"];
            default: components["responses"]["Unexpected"];
        };
    };
    updateRegistry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The registry. */
                regId: components["schemas"]["RegistryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegistryRequest"];
            };
        };
        responses: {
            /** @description The registry as it is now, without its credentials. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryResponse"];
                };
            };
            400: components["responses"]["ErrorInfo"];
            401: components["responses"]["ErrorInfo"];
            403: components["responses"]["ErrorInfo"];
            404: components["responses"]["ErrorInfo"];
            409: components["responses"]["ErrorInfo"];
            default: components["responses"]["Unexpected"];
        };
    };
    getRegistryCreds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The registry. */
                regId: components["schemas"]["RegistryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description User name and password that are valid now, or where clusters keep theirs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryCredsResponse"];
                };
            };
            400: components["responses"]["ErrorInfo"];
            401: components["responses"]["ErrorInfo"];
            403: components["responses"]["ErrorInfo"];
            404: components["responses"]["ErrorInfo"];
            default: components["responses"]["Unexpected"];
        };
    };
    listResourceAccountTypes: {
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
            /** @description Every type. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountTypeResponse"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Unexpected"];
        };
    };
    listResourceAccounts: {
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
            /** @description Every account, without its credentials. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceAccountResponse"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            default: components["responses"]["Unexpected"];
        };
    };
    createResourceAccount: {
        parameters: {
            query?: {
                /** @description Check the request and answer 204, but store nothing. */
                dry_run?: components["parameters"]["dryRun"];
                /** @description Refuse credentials that do not authenticate. */
                check_credential?: components["parameters"]["checkCredential"];
            };
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateResourceAccountRequestRequest"];
            };
        };
        responses: {
            /** @description The new account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceAccountResponse"];
                };
            };
            /** @description The account could be made; nothing was stored. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            default: components["responses"]["Unexpected"];
        };
    };
    getResourceAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The account. */
                accId: components["parameters"]["accId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account, without its credentials. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceAccountResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteResourceAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The account. */
                accId: components["parameters"]["accId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A resource definition or an active resource still refers to the account. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConflictingResourcesErrorResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            default: components["responses"]["Unexpected"];
        };
    };
    patchResourceAccount: {
        parameters: {
            query?: {
                /** @description Check the request and answer 204, but store nothing. */
                dry_run?: components["parameters"]["dryRun"];
                /** @description Refuse credentials that do not authenticate. */
                check_credential?: components["parameters"]["checkCredential"];
            };
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The account. */
                accId: components["parameters"]["accId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateResourceAccountRequestRequest"];
            };
        };
        responses: {
            /** @description The account as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceAccountResponse"];
                };
            };
            /** @description The account could be changed; nothing was stored. */
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
            500: components["responses"]["InternalError"];
            default: components["responses"]["Unexpected"];
        };
    };
    checkResourceAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The account. */
                accId: components["parameters"]["accId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They do; whose they are. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckResourceAccountData"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    listResourceClasses: {
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
            /** @description The classes of every type. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceClassResponse"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Unexpected"];
        };
    };
    listResourceDefinitions: {
        parameters: {
            query?: {
                /** @description Only those for this application. */
                app?: string;
                /** @description Only those for this environment. */
                env?: string;
                /** @description Only those for this type of environment. */
                env_type?: string;
                /** @description Only those for the resource of this id. */
                res?: string;
                /** @description Only those for this type of resource. */
                res_type?: string;
                /** @description Only those for this class. */
                class?: string;
                /** @description Show what is marked as deleted, too. */
                deleted?: boolean;
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
            /** @description The definitions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceDefinitionResponse"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            default: components["responses"]["Unexpected"];
        };
    };
    createResourceDefinition: {
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
                "application/json": components["schemas"]["CreateResourceDefinitionRequestRequest"];
            };
        };
        responses: {
            /** @description The definition. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceDefinitionResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            default: components["responses"]["Unexpected"];
        };
    };
    getResourceDefinition: {
        parameters: {
            query?: {
                /** @description Show what is marked as deleted, too. */
                deleted?: boolean;
            };
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The resource definition. */
                defId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The definition. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceDefinitionResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            default: components["responses"]["Unexpected"];
        };
    };
    updateResourceDefinition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The resource definition. */
                defId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateResourceDefinitionRequestRequest"];
            };
        };
        responses: {
            /** @description The definition. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceDefinitionResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteResourceDefinition: {
        parameters: {
            query?: {
                /** @description Also when active resources were made from it. It is then marked as deleted, makes no resource any more, and goes with the last of those. */
                force?: boolean;
            };
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The resource definition. */
                defId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is deleted, or marked so. */
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
            409: components["responses"]["DefinitionChanges"];
            500: components["responses"]["InternalError"];
            default: components["responses"]["Unexpected"];
        };
    };
    patchResourceDefinition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The resource definition. */
                defId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchResourceDefinitionRequestRequest"];
            };
        };
        responses: {
            /** @description The definition. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceDefinitionResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            default: components["responses"]["Unexpected"];
        };
    };
    updateResourceDefinitionCriteria: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The resource definition. */
                defId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MatchingCriteriaRuleRequest"][];
            };
        };
        responses: {
            /** @description All the criteria that the definition has now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchingCriteriaResponse"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            default: components["responses"]["Unexpected"];
        };
    };
    createResourceDefinitionCriteria: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The resource definition. */
                defId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MatchingCriteriaRuleRequest"];
            };
        };
        responses: {
            /** @description The new criteria. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchingCriteriaResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteResourceDefinitionCriteria: {
        parameters: {
            query?: {
                /** @description Delete them even when that gives active resources another definition at their next deployment. */
                force?: boolean;
            };
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The resource definition. */
                defId: string;
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
            409: components["responses"]["DefinitionChanges"];
            500: components["responses"]["InternalError"];
            default: components["responses"]["Unexpected"];
        };
    };
    listActiveResourcesByDefinition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The resource definition. */
                defId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every resource of the applications that the caller can see. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActiveResourceResponse"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            default: components["responses"]["Unexpected"];
        };
    };
    listResourceDefinitionVersions: {
        parameters: {
            query?: {
                /** @description Show what is marked as deleted, too. */
                deleted?: boolean;
                /** @description How many items a page may hold. */
                per_page?: components["parameters"]["perPage"];
                /** @description Which page, as a Link header named it. Not for building by hand. */
                page?: components["parameters"]["page"];
            };
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The resource definition. */
                defId: string;
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
                    "application/json": components["schemas"]["ResourceDefinitionVersion"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    getResourceDefinitionVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The resource definition. */
                defId: string;
                /** @description The version. */
                defVersionId: string;
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
                    "application/json": components["schemas"]["ResourceDefinitionVersion"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    archiveResourceDefinitionVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The resource definition. */
                defId: string;
                /** @description The version. */
                defVersionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArchiveDefinitionVersionRequest"];
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
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    promoteResourceDefinitionVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The resource definition. */
                defId: string;
                /** @description The version. */
                defVersionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
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
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    listResourceDrivers: {
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
            /** @description The built-in drivers, the organization's own, and those that others made public. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DriverDefinitionResponse"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            default: components["responses"]["Unexpected"];
        };
    };
    createResourceDriver: {
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
                "application/json": components["schemas"]["CreateDriverRequestRequest"];
            };
        };
        responses: {
            /** @description The new driver. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DriverDefinitionResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            default: components["responses"]["Unexpected"];
        };
    };
    getResourceDriver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The driver. */
                driverId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The driver. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DriverDefinitionResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            default: components["responses"]["Unexpected"];
        };
    };
    updateResourceDriver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The driver. */
                driverId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateDriverRequestRequest"];
            };
        };
        responses: {
            /** @description The driver as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DriverDefinitionResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteResourceDriver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The driver. */
                driverId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The driver is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            default: components["responses"]["Unexpected"];
        };
    };
    listResourceTypes: {
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
            /** @description The built-in types, then the organization's own. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceTypeResponse"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            default: components["responses"]["Unexpected"];
        };
    };
    createResourceType: {
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
                "application/json": components["schemas"]["ResourceTypeRequest"];
            };
        };
        responses: {
            /** @description The new type. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceTypeResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            default: components["responses"]["Unexpected"];
        };
    };
    updateResourceType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The resource type. The slash of a custom one is percent-encoded, as in `my-org%2Fmy-type`. */
                typeId: components["parameters"]["typeId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateResourceTypeRequestRequest"];
            };
        };
        responses: {
            /** @description The type as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceTypeResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteResourceType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The resource type. The slash of a custom one is percent-encoded, as in `my-org%2Fmy-type`. */
                typeId: components["parameters"]["typeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The type is gone. */
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
            500: components["responses"]["InternalError"];
            default: components["responses"]["Unexpected"];
        };
    };
    patchResourceType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The resource type. The slash of a custom one is percent-encoded, as in `my-org%2Fmy-type`. */
                typeId: components["parameters"]["typeId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchResourceTypeRequestRequest"];
            };
        };
        responses: {
            /** @description The type as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceTypeResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            default: components["responses"]["Unexpected"];
        };
    };
    createResourceClass: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The resource type. The slash of a custom one is percent-encoded, as in `my-org%2Fmy-type`. */
                typeId: components["parameters"]["typeId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResourceClassRequest"];
            };
        };
        responses: {
            /** @description The new class. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceClassResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            default: components["responses"]["Unexpected"];
        };
    };
    getResourceClass: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The resource type. The slash of a custom one is percent-encoded, as in `my-org%2Fmy-type`. */
                typeId: components["parameters"]["typeId"];
                /** @description The class. */
                classId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The class. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceClassResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteResourceClass: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The resource type. The slash of a custom one is percent-encoded, as in `my-org%2Fmy-type`. */
                typeId: components["parameters"]["typeId"];
                /** @description The class. */
                classId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The class is gone. */
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
    updateResourceClass: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The resource type. The slash of a custom one is percent-encoded, as in `my-org%2Fmy-type`. */
                typeId: components["parameters"]["typeId"];
                /** @description The class. */
                classId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateResourceClassRequest"];
            };
        };
        responses: {
            /** @description The class as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceClassResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    checkClusterConnectivity: {
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
                "application/json": components["schemas"]["ClusterConnectionCheckRequest"];
            };
        };
        responses: {
            /** @description What was tried, and how it went. A check that fails is a result too. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClusterConnectionCheckResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    listSecretStores: {
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
            /** @description Every secret store, the built-in `humanitec` first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecretStoreResponse"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Unexpected"];
        };
    };
    createSecretStore: {
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
                "application/json": components["schemas"]["CreateSecretStorePayloadRequest"];
            };
        };
        responses: {
            /** @description The new secret store, without its credentials. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecretStoreResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            default: components["responses"]["Unexpected"];
        };
    };
    getSecretStore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The secret store. */
                storeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The secret store, without its credentials. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecretStoreResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteSecretStore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The secret store. */
                storeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The secret store is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            default: components["responses"]["Unexpected"];
        };
    };
    updateSecretStore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The secret store. */
                storeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateSecretStorePayloadRequest"];
            };
        };
        responses: {
            /** @description The secret store as it is now, without its credentials. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecretStoreResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    listUserRolesInOrg: {
        parameters: {
            query?: {
                /** @description Only users or only groups. */
                type?: components["parameters"]["subjectType"];
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
            /** @description Every user and group of the organization, those who were only invited too. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserRoleResponse"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Unexpected"];
        };
    };
    createServiceUser: {
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
                "application/json": components["schemas"]["NewServiceUserRequest"];
            };
        };
        responses: {
            /** @description The new user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserProfileResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description The caller may not do this. The body is empty. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Unexpected"];
        };
    };
    getUserRoleInOrg: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The user or the group. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The role. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserRoleResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteUserRoleInOrg: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The user or the group. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All its roles in the organization, its applications and environment types are gone. */
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
    updateUserRoleInOrg: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The user or the group. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleRequest"];
            };
        };
        responses: {
            /** @description Who has which role now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserRoleResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    listUserGroups: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The user or the group. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The groups, of this organization only. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    getSubjectPermissions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The user or the group. */
                userId: components["parameters"]["userId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The permissions on each thing, those of its groups included. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubjectPermissions"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    listWorkloadProfileChartVersions: {
        parameters: {
            query?: {
                /** @description How many items a page may hold. */
                per_page?: components["parameters"]["perPage"];
                /** @description Which page, as a Link header named it. Not for building by hand. */
                page?: components["parameters"]["page"];
                /** @description Only versions of the chart of this name. */
                id?: string;
                /** @description Only this version. */
                version?: string;
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
            /** @description A page of versions, in the order of their upload. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkloadProfileChartVersionResponse"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Unexpected"];
        };
    };
    createWorkloadProfileChartVersion: {
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
                "multipart/form-data": {
                    /** Format: binary */
                    file?: string;
                };
            };
        };
        responses: {
            /** @description The new version. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkloadProfileChartVersionResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            default: components["responses"]["Unexpected"];
        };
    };
    listWorkloadProfileFeatures: {
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
            /** @description Every feature. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkloadProfileFeatureResponse"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Unexpected"];
        };
    };
    listWorkloadProfiles: {
        parameters: {
            query?: {
                /** @description The deprecated ones as well. */
                deprecated?: boolean;
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
            /** @description A page of the built-in profiles, then the organization's own. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkloadProfileResponse"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Unexpected"];
        };
    };
    createWorkloadProfile: {
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
                "application/json": components["schemas"]["WorkloadProfileRequest"];
            };
        };
        responses: {
            /** @description The new profile. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkloadProfileResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            default: components["responses"]["Unexpected"];
        };
    };
    getWorkloadProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The profile: its id if it is the organization's own, else `{orgId}/{id}` with the slash percent-encoded, as in `humanitec%2Fdefault-module`. */
                profileQid: components["parameters"]["profileQid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The profile in its latest version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkloadProfileResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    updateWorkloadProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The profile: its id if it is the organization's own, else `{orgId}/{id}` with the slash percent-encoded, as in `humanitec%2Fdefault-module`. */
                profileQid: components["parameters"]["profileQid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkloadProfileUpdateRequest"];
            };
        };
        responses: {
            /** @description The profile as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkloadProfileResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            default: components["responses"]["Unexpected"];
        };
    };
    deleteWorkloadProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The profile: its id if it is the organization's own, else `{orgId}/{id}` with the slash percent-encoded, as in `humanitec%2Fdefault-module`. */
                profileQid: components["parameters"]["profileQid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The profile is gone. */
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
    listWorkloadProfileVersions: {
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
                /** @description The profile: its id if it is the organization's own, else `{orgId}/{id}` with the slash percent-encoded, as in `humanitec%2Fdefault-module`. */
                profileQid: components["parameters"]["profileQid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of versions, the latest first. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkloadProfileVersionResponse"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    getLatestWorkloadProfileVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The organization. */
                orgId: components["parameters"]["orgId"];
                /** @description The profile: its id if it is the organization's own, else `{orgId}/{id}` with the slash percent-encoded, as in `humanitec%2Fdefault-module`. */
                profileQid: components["parameters"]["profileQid"];
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
                    "application/json": components["schemas"]["WorkloadProfileVersionResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Unexpected"];
        };
    };
    listUserTokens: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is known of each token; there may be none. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenInfoResponse"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The caller has no say over this user's tokens. The body is empty. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such user. The body is empty. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Unexpected"];
        };
    };
    createUserToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenDefinitionRequest"];
            };
        };
        responses: {
            /** @description The new token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description The caller has no say over this user's tokens. The body is empty. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such user. The body is empty. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The user has a token of this id already. The body is empty. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Unexpected"];
        };
    };
    getUserToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The user. */
                userId: string;
                /** @description The token. */
                tokenId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is known of the token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenInfoResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The caller has no say over this user's tokens. The body is empty. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Unexpected"];
        };
    };
    deleteUserToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The user. */
                userId: string;
                /** @description The token. */
                tokenId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense. The body is empty. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            /** @description The caller has no say over this user's tokens. The body is empty. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Unexpected"];
        };
    };
}
