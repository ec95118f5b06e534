export const id = 145;
export const ids = [145];
export const modules = {

/***/ 5771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eb: () => (/* binding */ compilePattern),
/* harmony export */   O1: () => (/* binding */ isUuid),
/* harmony export */   W4: () => (/* binding */ maxIdLength),
/* harmony export */   WM: () => (/* binding */ isCommit),
/* harmony export */   aD: () => (/* binding */ idPattern),
/* harmony export */   eQ: () => (/* binding */ isId)
/* harmony export */ });
/* unused harmony exports isDeltaId, isEmptySetId, isSetId */
const idPattern = '^[a-z0-9](?:-?[a-z0-9]+)+$';
const maxIdLength = 50;
const linearIdPattern = '^(?=..)[a-z0-9]+(?:-[a-z0-9]+)*$';
const id = new RegExp(linearIdPattern);
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const hex40 = /^[0-9a-f]{40}$/;
const commit = /^[0-9a-f]{5,40}$/;
const setId = /^[A-Za-z0-9_-]{43}$/;
const zeros = /^0+$/;
const isId = (text) => text.length <= maxIdLength && id.test(text);
const isDeltaId = (text) => hex40.test(text);
const isEmptySetId = (text) => zeros.test(text);
const isSetId = (text) => setId.test(text) || isEmptySetId(text);
const isCommit = (text) => commit.test(text);
const isUuid = (text) => uuid.test(text);
const compilePattern = Object.assign((pattern, flags) => new RegExp(pattern === idPattern ? linearIdPattern : pattern, flags), { code: 'new RegExp' });


/***/ }),

/***/ 9145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createOrchestrator: () => (/* binding */ createOrchestrator)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/clock.js
var build_clock = __webpack_require__(7094);
// EXTERNAL MODULE: ./build/random.js
var build_random = __webpack_require__(9541);
;// CONCATENATED MODULE: ./build/orchestrator/errors.js
class HttpError extends Error {
    name = 'HttpError';
    status;
    details;
    body;
    headers;
    constructor(status, message, more = {}) {
        super(message);
        this.status = status;
        this.details = more.details;
        this.body = more.body;
        this.headers = more.headers ?? {};
    }
}
const codes = {
    400: 'API-001',
    401: 'API-000',
    403: 'API-002',
    404: 'API-003',
    405: 'API-004',
    409: 'API-005',
    412: 'API-006',
    422: 'API-007',
    429: 'API-008',
    500: 'API-009',
    501: 'API-010',
};
const errorBody = (error) => error.body ?? {
    error: codes[error.status] ?? 'API-001',
    message: error.message,
    ...(error.details ? { details: error.details } : {}),
};
const badRequest = (message, details) => new HttpError(400, message, details ? { details } : {});
const forbidden = (message) => new HttpError(403, message);
const conflict = (message) => new HttpError(409, message);
const unprocessable = (message, details) => new HttpError(422, message, details ? { details } : {});
const notFound = (kind, id, where = '') => new HttpError(404, `${kind} '${id}' does not exist${where ? ` in ${where}` : ''}.`);
const preconditionFailed = (kind) => new HttpError(412, `The ${kind} has changed: its ETag is not the one given in If-Match. Read it again and retry.`);

;// CONCATENATED MODULE: ./build/orchestrator/router.js
const route = (method, path, access, answer) => ({ method, path, access, answer });
const createPathTree = (entries) => {
    const newNode = () => ({ literal: new Map() });
    const root = newNode();
    for (const [path, found] of entries) {
        const names = [];
        let at = root;
        for (const segment of path.split('/').slice(1)) {
            const name = /^\{(.+)\}$/.exec(segment)?.[1];
            if (name === undefined) {
                const next = at.literal.get(segment) ?? newNode();
                at.literal.set(segment, next);
                at = next;
            }
            else {
                names.push(name);
                at = at.parameter ??= newNode();
            }
        }
        at.end = { found, names };
    }
    const find = (node, segments, values) => {
        const segment = segments[0];
        if (segment === undefined) {
            if (!node.end)
                return undefined;
            const { found, names } = node.end;
            return { found, parameters: Object.fromEntries(names.map((name, index) => [name, values[index] ?? ''])) };
        }
        const rest = segments.slice(1);
        const literal = node.literal.get(segment);
        const below = literal && find(literal, rest, values);
        if (below || !node.parameter || segment === '')
            return below;
        return find(node.parameter, rest, [...values, segment]);
    };
    return (segments) => find(root, segments, []);
};

// EXTERNAL MODULE: ./node_modules/ajv/dist/2020.js
var _2020 = __webpack_require__(2210);
// EXTERNAL MODULE: ./node_modules/ajv-formats/dist/index.js
var dist = __webpack_require__(2815);
// EXTERNAL MODULE: ./build/contract/identifiers.js
var identifiers = __webpack_require__(5771);
;// CONCATENATED MODULE: ./build/contract/validation.json
const validation_namespaceObject = /*#__PURE__*/JSON.parse('{"openapi":"3.1.0","info":{"version":"1"},"servers":[{"url":"https://api.humanitec.io"}],"security":[{"bearer":[]}],"tags":[{"name":"Applications"},{"name":"Environment Types"},{"name":"Environments"},{"name":"Artefact"},{"name":"Artefact Version"},{"name":"Deployment Deltas"},{"name":"Deployment Sets"},{"name":"Deployments"},{"name":"Active Resources"},{"name":"Pipelines"},{"name":"Pipeline Criteria"},{"name":"Pipeline Runs"},{"name":"Pipeline Approvals"},{"name":"User Profiles"}],"paths":{"/current-user":{"get":{"operationId":"getCurrentUser","tags":["User Profiles"],"responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/UserProfileExtendedResponse"}}}},"401":{},"403":{},"default":{"$ref":"#/components/responses/Unexpected"}}},"patch":{"operationId":"updateCurrentUser","tags":["User Profiles"],"requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/UserProfileExtendedRequest"}}}},"responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/UserProfileExtendedResponse"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{},"403":{},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps":{"parameters":[{"$ref":"#/components/parameters/orgId"}],"get":{"operationId":"listApplications","tags":["Applications"],"responses":{"200":{"content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/ApplicationResponse"}}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}},"post":{"operationId":"createApplication","tags":["Applications"],"requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/ApplicationCreationRequest"}}}},"responses":{"201":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/ApplicationResponse"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"409":{"$ref":"#/components/responses/Conflict"},"422":{"$ref":"#/components/responses/UnprocessableContent"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps/{appId}":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"$ref":"#/components/parameters/appId"}],"get":{"operationId":"getApplication","tags":["Applications"],"responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/ApplicationResponse"}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}},"delete":{"operationId":"deleteApplication","tags":["Applications"],"responses":{"202":{},"204":{},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps/{appId}/approvals":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"$ref":"#/components/parameters/appId"}],"get":{"operationId":"listApprovals","tags":["Pipeline Approvals"],"parameters":[{"$ref":"#/components/parameters/byPipelines"},{"name":"run","in":"query","explode":true,"schema":{"type":"array","items":{"type":"string"}}},{"name":"status","in":"query","schema":{"$ref":"#/components/schemas/PipelineApprovalStatus"}},{"$ref":"#/components/parameters/perPage"},{"$ref":"#/components/parameters/page"}],"responses":{"200":{"headers":{"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/PipelineApprovalRequest"}}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps/{appId}/deltas":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"$ref":"#/components/parameters/appId"}],"get":{"operationId":"listDeltas","tags":["Deployment Deltas"],"parameters":[{"name":"archived","in":"query","schema":{"type":"boolean"}},{"name":"env","in":"query","schema":{"$ref":"#/components/schemas/Id"}}],"responses":{"200":{"content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/DeltaResponse"}}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}},"post":{"operationId":"createDelta","tags":["Deployment Deltas"],"requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/DeltaRequest"}}}},"responses":{"200":{"content":{"application/json":{"schema":{"oneOf":[{"type":"string"},{"$ref":"#/components/schemas/DeltaResponse"}]}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/UnprocessableContent"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps/{appId}/deltas/{deltaId}":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"$ref":"#/components/parameters/appId"},{"name":"deltaId","in":"path","required":true,"schema":{"type":"string"}}],"get":{"operationId":"getDelta","tags":["Deployment Deltas"],"responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/DeltaResponse"}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/TextNotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}},"put":{"operationId":"replaceDelta","tags":["Deployment Deltas"],"requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/DeltaRequest"}}}},"responses":{"204":{},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/TextNotFound"},"422":{"$ref":"#/components/responses/UnprocessableContent"},"default":{"$ref":"#/components/responses/Unexpected"}}},"patch":{"operationId":"mergeDeltas","tags":["Deployment Deltas"],"requestBody":{"required":true,"content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/DeltaRequest"}}}}},"responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/DeltaResponse"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/TextNotFound"},"422":{"$ref":"#/components/responses/UnprocessableContent"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps/{appId}/deltas/{deltaId}/metadata/archived":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"$ref":"#/components/parameters/appId"},{"name":"deltaId","in":"path","required":true,"schema":{"type":"string"}}],"put":{"operationId":"archiveDelta","tags":["Deployment Deltas"],"requestBody":{"required":true,"content":{"application/json":{"schema":{"type":"boolean"}}}},"responses":{"204":{},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/TextNotFound"},"422":{"$ref":"#/components/responses/UnprocessableContent"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps/{appId}/deltas/{deltaId}/metadata/env_id":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"$ref":"#/components/parameters/appId"},{"name":"deltaId","in":"path","required":true,"schema":{"type":"string"}}],"put":{"operationId":"changeDeltaEnvironment","tags":["Deployment Deltas"],"requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Id"}}}},"responses":{"204":{},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/TextNotFound"},"422":{"$ref":"#/components/responses/UnprocessableContent"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps/{appId}/deltas/{deltaId}/metadata/name":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"$ref":"#/components/parameters/appId"},{"name":"deltaId","in":"path","required":true,"schema":{"type":"string"}}],"put":{"operationId":"renameDelta","tags":["Deployment Deltas"],"requestBody":{"required":true,"content":{"application/json":{"schema":{"type":"string"}}}},"responses":{"204":{},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/TextNotFound"},"422":{"$ref":"#/components/responses/UnprocessableContent"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps/{appId}/envs":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"$ref":"#/components/parameters/appId"}],"get":{"operationId":"listEnvironments","tags":["Environments"],"responses":{"200":{"content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/EnvironmentResponse"}}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}},"post":{"operationId":"createEnvironment","tags":["Environments"],"requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/EnvironmentDefinitionRequest"}}}},"responses":{"201":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/EnvironmentResponse"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"409":{"$ref":"#/components/responses/Conflict"},"422":{"$ref":"#/components/responses/UnprocessableContent"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps/{appId}/envs/{envId}":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"$ref":"#/components/parameters/appId"},{"$ref":"#/components/parameters/envId"}],"get":{"operationId":"getEnvironment","tags":["Environments"],"responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/EnvironmentResponse"}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}},"delete":{"operationId":"deleteEnvironment","tags":["Environments"],"responses":{"202":{},"204":{},"400":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/ErrorResponse"}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps/{appId}/envs/{envId}/deploys":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"$ref":"#/components/parameters/appId"},{"$ref":"#/components/parameters/envId"}],"get":{"operationId":"listDeployments","tags":["Deployments"],"parameters":[{"name":"pipelineRunId","in":"query","schema":{"type":"string"}}],"responses":{"200":{"content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/DeploymentResponse"}}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}},"post":{"operationId":"createDeployment","tags":["Deployments"],"requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/DeploymentRequest"}}}},"responses":{"201":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/DeploymentResponse"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"409":{"$ref":"#/components/responses/Conflict"},"422":{"$ref":"#/components/responses/UnprocessableContent"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps/{appId}/envs/{envId}/deploys/{deployId}":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"$ref":"#/components/parameters/appId"},{"$ref":"#/components/parameters/envId"},{"name":"deployId","in":"path","required":true,"schema":{"type":"string"}}],"get":{"operationId":"getDeployment","tags":["Deployments"],"responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/DeploymentResponse"}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps/{appId}/envs/{envId}/deploys/{deployId}/errors":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"$ref":"#/components/parameters/appId"},{"$ref":"#/components/parameters/envId"},{"name":"deployId","in":"path","required":true,"schema":{"type":"string"}}],"get":{"operationId":"listDeploymentErrors","tags":["Deployments"],"responses":{"200":{"content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/DeploymentErrorResponse"}}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps/{appId}/envs/{envId}/from_deploy_id":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"$ref":"#/components/parameters/appId"},{"$ref":"#/components/parameters/envId"}],"put":{"operationId":"rebaseEnvironment","tags":["Environments"],"requestBody":{"required":true,"content":{"application/json":{"schema":{"type":"string"}}}},"responses":{"204":{},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/UnprocessableContent"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps/{appId}/envs/{envId}/resources":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"$ref":"#/components/parameters/appId"},{"$ref":"#/components/parameters/envId"}],"get":{"operationId":"listActiveResources","tags":["Active Resources"],"parameters":[{"name":"scheduled_deletion","in":"query","schema":{"type":"boolean"}}],"responses":{"200":{"content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/ActiveResourceResponse"}}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"500":{"$ref":"#/components/responses/InternalError"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps/{appId}/pipeline-criteria":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"$ref":"#/components/parameters/appId"}],"get":{"operationId":"listPipelineCriteria","tags":["Pipeline Criteria"],"parameters":[{"name":"pipeline","in":"query","schema":{"type":"string"}},{"name":"match","in":"query","style":"deepObject","explode":true,"schema":{"type":"object","additionalProperties":{"type":"string"}}},{"$ref":"#/components/parameters/perPage"},{"$ref":"#/components/parameters/page"}],"responses":{"200":{"headers":{"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/PipelineCriteria"}}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps/{appId}/pipeline-runs":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"$ref":"#/components/parameters/appId"}],"post":{"operationId":"requestDeployment","tags":["Pipeline Runs"],"parameters":[{"$ref":"#/components/parameters/idempotencyKey"},{"$ref":"#/components/parameters/dryRun"}],"requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/PipelineRunCreateByTriggerCriteriaBody"}}}},"responses":{"201":{"headers":{"ETag":{"$ref":"#/components/headers/ETag"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/PipelineRun"}}}},"204":{},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"409":{"$ref":"#/components/responses/Conflict"},"422":{"$ref":"#/components/responses/UnprocessableContent"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps/{appId}/pipelines":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"$ref":"#/components/parameters/appId"}],"get":{"operationId":"listPipelines","tags":["Pipelines"],"parameters":[{"$ref":"#/components/parameters/perPage"},{"$ref":"#/components/parameters/page"},{"name":"trigger","in":"query","schema":{"type":"string"}},{"name":"metadata","in":"query","style":"deepObject","explode":true,"schema":{"type":"object","additionalProperties":{"type":"string"}}}],"responses":{"200":{"headers":{"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/Pipeline"}}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}},"post":{"operationId":"createPipeline","tags":["Pipelines"],"parameters":[{"$ref":"#/components/parameters/dryRun"}],"requestBody":{"required":true,"content":{"application/x-yaml":{"schema":{"$ref":"#/components/schemas/PipelineDefinition"}}}},"responses":{"201":{"headers":{"ETag":{"$ref":"#/components/headers/ETag"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Pipeline"}}}},"204":{},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"409":{"$ref":"#/components/responses/Conflict"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"$ref":"#/components/parameters/appId"},{"$ref":"#/components/parameters/pipelineId"}],"get":{"operationId":"getPipeline","tags":["Pipelines"],"parameters":[{"name":"version","in":"query","schema":{"type":"string"}}],"responses":{"200":{"headers":{"ETag":{"$ref":"#/components/headers/ETag"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Pipeline"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}},"patch":{"operationId":"updatePipeline","tags":["Pipelines"],"parameters":[{"$ref":"#/components/parameters/ifMatch"},{"$ref":"#/components/parameters/dryRun"}],"requestBody":{"required":true,"content":{"application/x-yaml":{"schema":{"$ref":"#/components/schemas/PipelineDefinition"}}}},"responses":{"200":{"headers":{"ETag":{"$ref":"#/components/headers/ETag"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Pipeline"}}}},"204":{},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"409":{"$ref":"#/components/responses/Conflict"},"412":{"$ref":"#/components/responses/PreconditionFailed"},"default":{"$ref":"#/components/responses/Unexpected"}}},"delete":{"operationId":"deletePipeline","tags":["Pipelines"],"parameters":[{"$ref":"#/components/parameters/ifMatch"}],"responses":{"202":{},"204":{},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"409":{"$ref":"#/components/responses/Conflict"},"412":{"$ref":"#/components/responses/PreconditionFailed"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/criteria":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"$ref":"#/components/parameters/appId"},{"$ref":"#/components/parameters/pipelineId"}],"post":{"operationId":"createPipelineCriteria","tags":["Pipeline Criteria"],"requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/PipelineCriteriaCreateBody"}}}},"responses":{"201":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/PipelineCriteria"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"409":{"$ref":"#/components/responses/Conflict"},"422":{"$ref":"#/components/responses/UnprocessableContent"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/criteria/{criteriaId}":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"$ref":"#/components/parameters/appId"},{"$ref":"#/components/parameters/pipelineId"},{"name":"criteriaId","in":"path","required":true,"schema":{"type":"string"}}],"get":{"operationId":"getPipelineCriteria","tags":["Pipeline Criteria"],"responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/PipelineCriteria"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}},"delete":{"operationId":"deletePipelineCriteria","tags":["Pipeline Criteria"],"responses":{"204":{},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"$ref":"#/components/parameters/appId"},{"$ref":"#/components/parameters/pipelineId"}],"get":{"operationId":"listPipelineRuns","tags":["Pipeline Runs"],"parameters":[{"name":"env","in":"query","schema":{"type":"string"}},{"$ref":"#/components/parameters/byStatuses"},{"name":"completed","in":"query","schema":{"type":"boolean"}},{"name":"created_after","in":"query","schema":{"$ref":"#/components/schemas/Timestamp"}},{"name":"created_before","in":"query","schema":{"$ref":"#/components/schemas/Timestamp"}},{"$ref":"#/components/parameters/perPage"},{"$ref":"#/components/parameters/page"}],"responses":{"200":{"headers":{"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/PipelineRun"}}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}},"post":{"operationId":"createPipelineRun","tags":["Pipeline Runs"],"parameters":[{"$ref":"#/components/parameters/idempotencyKey"},{"$ref":"#/components/parameters/dryRun"}],"requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/PipelineRunCreateBody"}}}},"responses":{"201":{"headers":{"ETag":{"$ref":"#/components/headers/ETag"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/PipelineRun"}}}},"204":{},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"409":{"$ref":"#/components/responses/Conflict"},"422":{"$ref":"#/components/responses/UnprocessableContent"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"$ref":"#/components/parameters/appId"},{"$ref":"#/components/parameters/pipelineId"},{"$ref":"#/components/parameters/runId"}],"get":{"operationId":"getPipelineRun","tags":["Pipeline Runs"],"responses":{"200":{"headers":{"ETag":{"$ref":"#/components/headers/ETag"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/PipelineRun"}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}},"delete":{"operationId":"deletePipelineRun","tags":["Pipeline Runs"],"parameters":[{"$ref":"#/components/parameters/ifMatch"}],"responses":{"204":{},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"409":{"$ref":"#/components/responses/Conflict"},"412":{"$ref":"#/components/responses/PreconditionFailed"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/cancel":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"$ref":"#/components/parameters/appId"},{"$ref":"#/components/parameters/pipelineId"},{"$ref":"#/components/parameters/runId"}],"post":{"operationId":"cancelPipelineRun","tags":["Pipeline Runs"],"parameters":[{"$ref":"#/components/parameters/ifMatch"}],"responses":{"204":{},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"409":{"$ref":"#/components/responses/Conflict"},"412":{"$ref":"#/components/responses/PreconditionFailed"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/jobs":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"$ref":"#/components/parameters/appId"},{"$ref":"#/components/parameters/pipelineId"},{"$ref":"#/components/parameters/runId"}],"get":{"operationId":"listPipelineJobs","tags":["Pipeline Runs"],"parameters":[{"$ref":"#/components/parameters/byStatuses"},{"$ref":"#/components/parameters/perPage"},{"$ref":"#/components/parameters/page"}],"responses":{"200":{"headers":{"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/PipelineJobPartial"}}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/jobs/{jobId}":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"$ref":"#/components/parameters/appId"},{"$ref":"#/components/parameters/pipelineId"},{"$ref":"#/components/parameters/runId"},{"$ref":"#/components/parameters/jobId"}],"get":{"operationId":"getPipelineJob","tags":["Pipeline Runs"],"responses":{"200":{"headers":{"ETag":{"$ref":"#/components/headers/ETag"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/PipelineJob"}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/jobs/{jobId}/approvals/{approvalId}":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"$ref":"#/components/parameters/appId"},{"$ref":"#/components/parameters/pipelineId"},{"$ref":"#/components/parameters/runId"},{"$ref":"#/components/parameters/jobId"},{"name":"approvalId","in":"path","required":true,"schema":{"type":"string"}}],"get":{"operationId":"getApproval","tags":["Pipeline Approvals"],"responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/PipelineApprovalRequest"}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/jobs/{jobId}/approvals/{approvalId}/approve":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"$ref":"#/components/parameters/appId"},{"$ref":"#/components/parameters/pipelineId"},{"$ref":"#/components/parameters/runId"},{"$ref":"#/components/parameters/jobId"},{"name":"approvalId","in":"path","required":true,"schema":{"type":"string"}}],"post":{"operationId":"approve","tags":["Pipeline Approvals"],"responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/PipelineApprovalRequest"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/jobs/{jobId}/approvals/{approvalId}/deny":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"$ref":"#/components/parameters/appId"},{"$ref":"#/components/parameters/pipelineId"},{"$ref":"#/components/parameters/runId"},{"$ref":"#/components/parameters/jobId"},{"name":"approvalId","in":"path","required":true,"schema":{"type":"string"}}],"post":{"operationId":"deny","tags":["Pipeline Approvals"],"responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/PipelineApprovalRequest"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/jobs/{jobId}/steps/{stepIndex}/logs":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"$ref":"#/components/parameters/appId"},{"$ref":"#/components/parameters/pipelineId"},{"$ref":"#/components/parameters/runId"},{"$ref":"#/components/parameters/jobId"},{"name":"stepIndex","in":"path","required":true,"schema":{"type":"integer"}}],"get":{"operationId":"listPipelineStepLogs","tags":["Pipeline Runs"],"parameters":[{"$ref":"#/components/parameters/page"}],"responses":{"200":{"headers":{"ETag":{"$ref":"#/components/headers/ETag"},"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/PipelineStepLog"}}}}},"307":{"headers":{"Location":{"$ref":"#/components/headers/Location"}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/restart":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"$ref":"#/components/parameters/appId"},{"$ref":"#/components/parameters/pipelineId"},{"$ref":"#/components/parameters/runId"}],"post":{"operationId":"restartPipelineRun","tags":["Pipeline Runs"],"parameters":[{"$ref":"#/components/parameters/idempotencyKey"}],"responses":{"201":{"headers":{"ETag":{"$ref":"#/components/headers/ETag"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/PipelineRun"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"409":{"$ref":"#/components/responses/Conflict"},"422":{"$ref":"#/components/responses/UnprocessableContent"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/schema":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"$ref":"#/components/parameters/appId"},{"$ref":"#/components/parameters/pipelineId"}],"get":{"operationId":"getPipelineDefinition","tags":["Pipelines"],"parameters":[{"name":"version","in":"query","schema":{"type":"string"}},{"$ref":"#/components/parameters/accept"}],"responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/PipelineDefinition"}},"application/x.humanitec-pipelines-v1.0+yaml":{"schema":{"$ref":"#/components/schemas/PipelineDefinition"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/versions":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"$ref":"#/components/parameters/appId"},{"$ref":"#/components/parameters/pipelineId"}],"get":{"operationId":"listPipelineVersions","tags":["Pipelines"],"parameters":[{"$ref":"#/components/parameters/perPage"},{"$ref":"#/components/parameters/page"}],"responses":{"200":{"headers":{"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/PipelineVersion"}}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps/{appId}/sets":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"$ref":"#/components/parameters/appId"}],"get":{"operationId":"listSets","tags":["Deployment Sets"],"responses":{"200":{"content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/SetResponse"}}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/TextNotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps/{appId}/sets/{setId}":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"$ref":"#/components/parameters/appId"},{"name":"setId","in":"path","required":true,"schema":{"type":"string"}}],"get":{"operationId":"getSet","tags":["Deployment Sets"],"parameters":[{"name":"diff","in":"query","schema":{"type":"string"}}],"responses":{"200":{"content":{"application/json":{"schema":{"oneOf":[{"$ref":"#/components/schemas/SetResponse"},{"$ref":"#/components/schemas/PlainDeltaResponse"}]}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/TextNotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}},"post":{"operationId":"applyDelta","tags":["Deployment Sets"],"requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/DeltaRequest"}}}},"responses":{"200":{"content":{"application/json":{"schema":{"type":"string"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/TextNotFound"},"422":{"$ref":"#/components/responses/UnprocessableContent"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/apps/{appId}/sets/{setId}/diff/{sourceSetId}":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"$ref":"#/components/parameters/appId"},{"name":"setId","in":"path","required":true,"schema":{"type":"string"}},{"name":"sourceSetId","in":"path","required":true,"schema":{"type":"string"}}],"get":{"operationId":"diffSets","tags":["Deployment Sets"],"responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/PlainDeltaResponse"}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/TextNotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/artefact-versions":{"parameters":[{"$ref":"#/components/parameters/orgId"}],"get":{"operationId":"listArtefactVersionsInOrg","tags":["Artefact Version"],"parameters":[{"name":"name","in":"query","schema":{"type":"string"}},{"name":"reference","in":"query","schema":{"type":"string"}},{"name":"archived","in":"query","schema":{"type":"boolean"}},{"name":"type","in":"query","schema":{"type":"string"}}],"responses":{"200":{"content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/ArtefactVersion"}}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}},"post":{"operationId":"createArtefactVersion","tags":["Artefact Version"],"parameters":[{"name":"vcs","in":"query","schema":{"type":"string"}},{"$ref":"#/components/parameters/dryRun"},{"$ref":"#/components/parameters/accept"}],"requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/CreateArtefactVersion"}},"multipart/form-data":{"schema":{"$ref":"#/components/schemas/CreateArtefactVersion"}}}},"responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/ArtefactVersion"}},"application/x.workload-deployment-set+json":{"schema":{"$ref":"#/components/schemas/WorkloadArtefactVersionDeploymentSet"}},"application/x.workload-deployment-set+x-yaml":{"schema":{"$ref":"#/components/schemas/WorkloadArtefactVersionDeploymentSet"}}}},"204":{},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/UnprocessableContent"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/artefact-versions/convert-score":{"parameters":[{"$ref":"#/components/parameters/orgId"}],"post":{"operationId":"convertScoreToSet","tags":["Artefact Version"],"requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/ConvertScoreToSetBody"}}}},"responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/WorkloadArtefactVersionDeploymentSet"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/artefact-versions/{artefactVersionId}":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"name":"artefactVersionId","in":"path","required":true,"schema":{"type":"string"}}],"get":{"operationId":"getArtefactVersion","tags":["Artefact Version"],"responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/ArtefactVersion"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/artefact-versions/{artefactVersionId}/workload-deployment-set":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"name":"artefactVersionId","in":"path","required":true,"schema":{"type":"string"}}],"get":{"operationId":"getArtefactVersionSet","tags":["Artefact"],"parameters":[{"$ref":"#/components/parameters/accept"}],"responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/WorkloadArtefactVersionDeploymentSet"}},"application/x-yaml":{"schema":{"$ref":"#/components/schemas/WorkloadArtefactVersionDeploymentSet"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/artefact-versions/{artefactVersionId}/workload-spec":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"name":"artefactVersionId","in":"path","required":true,"schema":{"type":"string"}}],"get":{"operationId":"getArtefactVersionSpec","tags":["Artefact"],"parameters":[{"$ref":"#/components/parameters/accept"}],"responses":{"200":{"content":{"application/json":{"schema":{"type":"object","additionalProperties":true}},"application/x-yaml":{"schema":{"type":"object","additionalProperties":true}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/artefacts":{"parameters":[{"$ref":"#/components/parameters/orgId"}],"get":{"operationId":"listArtefacts","tags":["Artefact"],"parameters":[{"name":"type","in":"query","schema":{"type":"string"}},{"name":"name","in":"query","schema":{"type":"string"}}],"responses":{"200":{"content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/ArtefactResponse"}}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/artefacts/{artefactId}":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"name":"artefactId","in":"path","required":true,"schema":{"type":"string"}}],"delete":{"operationId":"deleteArtefact","tags":["Artefact"],"responses":{"204":{},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/artefacts/{artefactId}/versions":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"name":"artefactId","in":"path","required":true,"schema":{"type":"string"}}],"get":{"operationId":"listArtefactVersions","tags":["Artefact Version"],"parameters":[{"name":"archived","in":"query","schema":{"type":"boolean"}},{"name":"reference","in":"query","schema":{"type":"string"}},{"name":"limit","in":"query","schema":{"type":"integer"}}],"responses":{"200":{"content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/ArtefactVersion"}}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/artefacts/{artefactId}/versions/{versionId}":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"name":"artefactId","in":"path","required":true,"schema":{"type":"string"}},{"name":"versionId","in":"path","required":true,"schema":{"type":"string"}}],"patch":{"operationId":"updateArtefactVersion","tags":["Artefact Version"],"requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/UpdateArtefactVersionPayloadRequest"}}}},"responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/ArtefactVersion"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/UnprocessableContent"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/env-types":{"parameters":[{"$ref":"#/components/parameters/orgId"}],"get":{"operationId":"listEnvironmentTypes","tags":["Environment Types"],"responses":{"200":{"content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/EnvironmentTypeResponse"}}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}},"post":{"operationId":"createEnvironmentType","tags":["Environment Types"],"requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/EnvironmentTypeRequest"}}}},"responses":{"201":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/EnvironmentTypeResponse"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"409":{"$ref":"#/components/responses/Conflict"},"422":{"$ref":"#/components/responses/UnprocessableContent"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/env-types/{envTypeId}":{"parameters":[{"$ref":"#/components/parameters/orgId"},{"name":"envTypeId","in":"path","required":true,"schema":{"type":"string"}}],"get":{"operationId":"getEnvironmentType","tags":["Environment Types"],"responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/EnvironmentTypeResponse"}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}},"delete":{"operationId":"deleteEnvironmentType","tags":["Environment Types"],"responses":{"204":{},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"409":{"content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/EnvironmentTypeUse"}}}}},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/pipeline-runs":{"parameters":[{"$ref":"#/components/parameters/orgId"}],"get":{"operationId":"listPipelineRunsInOrg","tags":["Pipeline Runs"],"parameters":[{"$ref":"#/components/parameters/byApps"},{"$ref":"#/components/parameters/byPipelines"},{"name":"env","in":"query","schema":{"type":"string"}},{"$ref":"#/components/parameters/byStatuses"},{"name":"completed","in":"query","schema":{"type":"boolean"}},{"name":"created_after","in":"query","schema":{"$ref":"#/components/schemas/Timestamp"}},{"name":"created_before","in":"query","schema":{"$ref":"#/components/schemas/Timestamp"}},{"$ref":"#/components/parameters/perPage"},{"$ref":"#/components/parameters/page"}],"responses":{"200":{"headers":{"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/PipelineRun"}}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/pipeline-schemas/latest":{"parameters":[{"$ref":"#/components/parameters/orgId"}],"get":{"operationId":"getPipelineSchema","tags":["Pipelines"],"responses":{"200":{"content":{"application/json":{"schema":{"type":"object","additionalProperties":true}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}}},"/orgs/{orgId}/pipelines":{"parameters":[{"$ref":"#/components/parameters/orgId"}],"get":{"operationId":"listPipelinesInOrg","tags":["Pipelines"],"parameters":[{"$ref":"#/components/parameters/byApps"},{"$ref":"#/components/parameters/perPage"},{"$ref":"#/components/parameters/page"},{"name":"trigger","in":"query","schema":{"type":"string"}},{"name":"metadata","in":"query","style":"deepObject","explode":true,"schema":{"type":"object","additionalProperties":{"type":"string"}}}],"responses":{"200":{"headers":{"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/Pipeline"}}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"default":{"$ref":"#/components/responses/Unexpected"}}}}},"components":{"headers":{"ETag":{"schema":{"type":"string"}},"Link":{"schema":{"type":"string"}},"Location":{"schema":{"type":"string"}}},"parameters":{"accept":{"name":"Accept","in":"header","schema":{"type":"string"}},"appId":{"name":"appId","in":"path","required":true,"schema":{"$ref":"#/components/schemas/Id"}},"byApps":{"name":"app","in":"query","explode":true,"schema":{"type":"array","items":{"type":"string"}}},"byPipelines":{"name":"pipeline","in":"query","explode":true,"schema":{"type":"array","items":{"type":"string"}}},"byStatuses":{"name":"status","in":"query","explode":true,"schema":{"type":"array","items":{"type":"string"}}},"dryRun":{"name":"dry_run","in":"query","schema":{"type":"boolean"}},"envId":{"name":"envId","in":"path","required":true,"schema":{"type":"string"}},"idempotencyKey":{"name":"Idempotency-Key","in":"header","schema":{"type":"string"}},"ifMatch":{"name":"If-Match","in":"header","schema":{"type":"string"}},"jobId":{"name":"jobId","in":"path","required":true,"schema":{"type":"string"}},"orgId":{"name":"orgId","in":"path","required":true,"schema":{"$ref":"#/components/schemas/Id"}},"page":{"name":"page","in":"query","schema":{"type":"string"}},"perPage":{"name":"per_page","in":"query","schema":{"type":"integer","minimum":1,"maximum":100,"default":50}},"pipelineId":{"name":"pipelineId","in":"path","required":true,"schema":{"type":"string"}},"runId":{"name":"runId","in":"path","required":true,"schema":{"type":"string"}}},"responses":{"BadRequest":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/ErrorResponse"}}}},"Conflict":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/ErrorResponse"}}}},"Forbidden":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/ErrorResponse"}}}},"InternalError":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/ErrorResponse"}}}},"NotFound":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/ErrorResponse"}}}},"PreconditionFailed":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/ErrorResponse"}}}},"TextNotFound":{"content":{"application/json":{"schema":{"oneOf":[{"type":"string"},{"$ref":"#/components/schemas/ErrorResponse"}]}}}},"Unauthorized":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/ErrorResponse"}}}},"Unexpected":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/ErrorResponse"}}}},"UnprocessableContent":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/ErrorResponse"}}}}},"schemas":{"ActiveResourceResponse":{"type":"object","required":["org_id","app_id","env_id","env_type","res_id","gu_res_id","type","class","def_id","def_version_id","driver_type","status","resource","secret_refs","deploy_id","scheduled_deletion","updated_at"],"properties":{"org_id":{"type":"string"},"app_id":{"type":"string"},"env_id":{"type":"string"},"env_type":{"type":"string"},"res_id":{"type":"string"},"gu_res_id":{"type":"string"},"type":{"type":"string"},"class":{"type":"string"},"def_id":{"type":"string"},"def_version_id":{"type":"string"},"target_def_version_id":{"type":"string"},"criteria_id":{"type":"string"},"driver_type":{"type":"string"},"driver_account":{"type":"string"},"status":{"type":"string","enum":["pending","active","deleting"]},"resource":{"type":"object","additionalProperties":true},"secret_refs":{"type":"object","additionalProperties":true},"deploy_id":{"type":"string"},"scheduled_deletion":{"type":"boolean"},"updated_at":{"$ref":"#/components/schemas/Timestamp"}}},"ApplicationCreationRequest":{"type":"object","required":["id","name"],"properties":{"id":{"$ref":"#/components/schemas/Id"},"name":{"type":"string"},"env":{"$ref":"#/components/schemas/EnvironmentBaseRequest"},"skip_environment_creation":{"type":"boolean"}}},"ApplicationResponse":{"type":"object","required":["id","name","org_id","created_at","created_by","envs","status","status_changed_at"],"properties":{"id":{"$ref":"#/components/schemas/Id"},"name":{"type":"string"},"org_id":{"type":"string"},"created_at":{"$ref":"#/components/schemas/Timestamp"},"created_by":{"type":"string"},"envs":{"type":"array","items":{"$ref":"#/components/schemas/EnvironmentBaseResponse"}},"status":{"$ref":"#/components/schemas/LifecycleStatus"},"status_changed_at":{"$ref":"#/components/schemas/Timestamp"},"status_message":{"type":"string"}}},"ArtefactResponse":{"type":"object","required":["id","name","type"],"properties":{"id":{"type":"string","format":"uuid"},"name":{"type":"string"},"type":{"type":"string"},"created_at":{"$ref":"#/components/schemas/Timestamp"},"created_by":{"type":"string"},"updated_at":{"$ref":"#/components/schemas/Timestamp"},"updated_by":{"type":"string"}}},"ArtefactVersion":{"type":"object","required":["type"],"properties":{"type":{"type":"string","enum":["container","workload"]}},"oneOf":[{"$ref":"#/components/schemas/ContainerArtefactVersion"},{"$ref":"#/components/schemas/WorkloadArtefactVersion"}]},"Commit":{"type":"string","pattern":"^[0-9a-f]{5,40}$"},"CompletedAt":{"type":"string","format":"date-time"},"ContainerArtefactVersion":{"type":"object","required":["type","id","name","artefact_id","archived","ref","commit","digest"],"properties":{"type":{"type":"string","const":"container"},"id":{"type":"string","format":"uuid"},"artefact_id":{"type":"string","format":"uuid"},"name":{"type":"string"},"version":{"type":"string"},"ref":{"type":"string"},"commit":{"type":"string"},"digest":{"type":"string"},"archived":{"type":"boolean"},"created_at":{"$ref":"#/components/schemas/Timestamp"},"created_by":{"type":"string"},"updated_at":{"$ref":"#/components/schemas/Timestamp"},"updated_by":{"type":"string"}}},"ConvertScoreToSetBody":{"type":"object","additionalProperties":false,"required":["spec"],"properties":{"spec":{"type":"object","additionalProperties":true},"image":{"type":"string"},"overrides":{"type":"object","additionalProperties":true},"property_overrides":{"type":"object","additionalProperties":true},"resource_type_aliases":{"type":"object","additionalProperties":{"type":"string"}},"extensions":{"$ref":"#/components/schemas/ScoreHumanitecExtensions"}}},"CreateArtefactVersion":{"type":"object","required":["type"],"properties":{"type":{"type":"string","enum":["container","workload"]}},"oneOf":[{"$ref":"#/components/schemas/CreateContainerArtefactVersion"},{"$ref":"#/components/schemas/CreateWorkloadArtefactVersion"}]},"CreateContainerArtefactVersion":{"type":"object","required":["type","name"],"properties":{"type":{"type":"string","const":"container"},"name":{"type":"string"},"version":{"type":"string"},"ref":{"type":"string"},"commit":{"$ref":"#/components/schemas/Commit"},"digest":{"type":"string"}}},"CreateWorkloadArtefactVersion":{"type":"object","required":["type","name","spec"],"properties":{"type":{"type":"string","const":"workload"},"name":{"type":"string"},"version":{"type":"string"},"ref":{"type":"string"},"commit":{"$ref":"#/components/schemas/Commit"},"spec":{"type":"object","additionalProperties":true},"image":{"type":"string"},"overrides":{"type":"object","additionalProperties":true},"property_overrides":{"type":"object","additionalProperties":true},"resource_type_aliases":{"type":"object","additionalProperties":{"type":"string"}},"extensions":{"$ref":"#/components/schemas/ScoreHumanitecExtensions"}}},"DeltaMetadataRequest":{"type":"object","properties":{"env_id":{"$ref":"#/components/schemas/Id"},"name":{"type":"string"},"archived":{"type":"boolean"},"shared":{"type":"boolean"},"contributers":{"type":["array","null"],"items":{"type":"string"}},"created_at":{"$ref":"#/components/schemas/Timestamp"},"created_by":{"type":"string"},"last_modified_at":{"$ref":"#/components/schemas/Timestamp"}}},"DeltaMetadataResponse":{"type":"object","required":["created_by","created_at","last_modified_at","archived"],"properties":{"env_id":{"$ref":"#/components/schemas/Id"},"name":{"type":"string"},"archived":{"type":"boolean"},"shared":{"type":"boolean"},"contributers":{"type":"array","items":{"type":"string"}},"created_at":{"$ref":"#/components/schemas/Timestamp"},"created_by":{"type":"string"},"last_modified_at":{"$ref":"#/components/schemas/Timestamp"}}},"DeltaRequest":{"type":"object","properties":{"id":{"type":"string"},"metadata":{"$ref":"#/components/schemas/DeltaMetadataRequest"},"modules":{"$ref":"#/components/schemas/ModuleDeltasRequest"},"shared":{"type":["array","null"],"items":{"$ref":"#/components/schemas/UpdateActionRequest"}}}},"DeltaResponse":{"type":"object","required":["id","metadata","modules","shared"],"properties":{"id":{"type":"string"},"metadata":{"$ref":"#/components/schemas/DeltaMetadataResponse"},"modules":{"$ref":"#/components/schemas/ModuleDeltasResponse"},"shared":{"type":"array","items":{"$ref":"#/components/schemas/UpdateActionResponse"}}}},"DeployConditionRequest":{"type":"object","properties":{"when":{"type":"string"},"success":{"type":"string"},"timeout":{"type":"integer"}}},"DeployConditionResponse":{"type":"object","required":["when","success","timeout"],"properties":{"when":{"type":"string"},"success":{"type":"string"},"timeout":{"type":"integer"}}},"DeploymentErrorResponse":{"type":"object","required":["scope","object_id","code","summary","message","error_type"],"properties":{"scope":{"type":"string"},"object_id":{"type":"string"},"code":{"type":"string"},"error_type":{"type":"string"},"summary":{"type":"string"},"message":{"type":"string"}}},"DeploymentPipelineReferenceRequest":{"type":"object","properties":{"id":{"type":"string"},"run_id":{"type":"string"},"job_id":{"type":"string"},"step_index":{"type":"integer"}}},"DeploymentPipelineReferenceResponse":{"type":"object","required":["id","run_id","job_id","step_index"],"properties":{"id":{"type":"string"},"run_id":{"type":"string"},"job_id":{"type":"string"},"step_index":{"type":"integer"}}},"DeploymentRequest":{"type":"object","properties":{"comment":{"type":"string"},"delta_id":{"type":"string"},"set_id":{"type":"string"},"value_set_version_id":{"type":["string","null"]},"mode":{"type":"string","enum":["full","incremental"]},"pipeline":{"$ref":"#/components/schemas/DeploymentPipelineReferenceRequest"}}},"DeploymentResponse":{"type":"object","required":["id","env_id","set_id","from_id","comment","status","status_changed_at","created_at","created_by","export_status","export_file"],"properties":{"id":{"type":"string"},"env_id":{"type":"string"},"set_id":{"type":"string"},"delta_id":{"type":"string"},"from_id":{"type":"string"},"value_set_version_id":{"type":["string","null"]},"comment":{"type":"string"},"mode":{"type":"string"},"status":{"$ref":"#/components/schemas/DeploymentStatus"},"status_changed_at":{"$ref":"#/components/schemas/Timestamp"},"created_at":{"$ref":"#/components/schemas/Timestamp"},"created_by":{"type":"string"},"pipeline":{"$ref":"#/components/schemas/DeploymentPipelineReferenceResponse"},"dependency_graph_id":{"type":"string"},"legacy_mode":{"type":"boolean"},"operator_version":{"type":"string"},"export_status":{"type":"string"},"export_file":{"type":"string"}}},"DeploymentStatus":{"type":"string","enum":["pending","in progress","succeeded","failed"]},"DeploymentType":{"type":"string","enum":["deploy","re-deploy","redeploy"]},"EnvironmentBaseRequest":{"type":"object","required":["id","name","type"],"properties":{"id":{"$ref":"#/components/schemas/Id"},"name":{"type":"string"},"type":{"type":"string"}}},"EnvironmentBaseResponse":{"type":"object","required":["id","name","type"],"properties":{"id":{"$ref":"#/components/schemas/Id"},"name":{"type":"string"},"type":{"type":"string"}}},"EnvironmentDefinitionRequest":{"type":"object","required":["id","name"],"properties":{"id":{"$ref":"#/components/schemas/Id"},"name":{"type":"string"},"type":{"type":"string"},"from_deploy_id":{"type":"string"}}},"EnvironmentResponse":{"type":"object","required":["id","name","type","created_at","created_by","status","status_changed_at"],"properties":{"id":{"$ref":"#/components/schemas/Id"},"name":{"type":"string"},"type":{"type":"string"},"created_at":{"$ref":"#/components/schemas/Timestamp"},"created_by":{"type":"string"},"status":{"$ref":"#/components/schemas/LifecycleStatus"},"status_changed_at":{"$ref":"#/components/schemas/Timestamp"},"status_message":{"type":"string"},"from_deploy":{"$ref":"#/components/schemas/DeploymentResponse"},"last_deploy":{"$ref":"#/components/schemas/DeploymentResponse"}}},"EnvironmentTypeRequest":{"type":"object","required":["id"],"properties":{"id":{"$ref":"#/components/schemas/Id"},"description":{"type":"string"}}},"EnvironmentTypeResponse":{"type":"object","required":["id","description"],"properties":{"id":{"$ref":"#/components/schemas/Id"},"description":{"type":"string"}}},"EnvironmentTypeUse":{"type":"object","required":["app_id","env_id"],"properties":{"app_id":{"type":"string"},"env_id":{"type":"string"}},"additionalProperties":{"type":"string"}},"ErrorResponse":{"type":"object","required":["error","message"],"properties":{"error":{"type":"string"},"message":{"type":"string"},"details":{"type":"object","additionalProperties":true}}},"ExecutionStatus":{"type":"string"},"Id":{"type":"string","pattern":"^[a-z0-9](?:-?[a-z0-9]+)+$","maxLength":50},"LifecycleStatus":{"type":"string","enum":["active","deleting"]},"ModuleDeltasRequest":{"type":"object","properties":{"add":{"type":["object","null"],"additionalProperties":{"$ref":"#/components/schemas/ModuleRequest"}},"remove":{"type":["array","null"],"items":{"type":"string"}},"update":{"type":["object","null"],"additionalProperties":{"type":"array","items":{"$ref":"#/components/schemas/UpdateActionRequest"}}},"updates":{"type":["object","null"],"additionalProperties":{"type":"array","items":{"$ref":"#/components/schemas/UpdateActionRequest"}}}}},"ModuleDeltasResponse":{"type":"object","required":["add","remove","update"],"properties":{"add":{"type":"object","additionalProperties":{"$ref":"#/components/schemas/ModuleResponse"}},"remove":{"type":"array","items":{"type":"string"}},"update":{"type":"object","additionalProperties":{"type":"array","items":{"$ref":"#/components/schemas/UpdateActionResponse"}}}}},"ModuleRequest":{"type":["object","null"],"properties":{"profile":{"type":"string"},"spec":{"type":["object","null"],"additionalProperties":true},"externals":{"type":["object","null"],"additionalProperties":true},"deploy":{"$ref":"#/components/schemas/DeployConditionRequest"}}},"ModuleResponse":{"type":"object","required":["profile","spec","externals"],"properties":{"profile":{"type":"string"},"spec":{"type":"object","additionalProperties":true},"externals":{"type":"object","additionalProperties":true},"deploy":{"$ref":"#/components/schemas/DeployConditionResponse"}}},"Pipeline":{"type":"object","required":["id","etag","org_id","app_id","name","status","version","created_at","trigger_types"],"properties":{"id":{"type":"string"},"etag":{"type":"string"},"org_id":{"type":"string"},"app_id":{"type":"string"},"name":{"type":"string"},"status":{"type":"string"},"version":{"type":"string"},"created_at":{"$ref":"#/components/schemas/Timestamp"},"trigger_types":{"type":"array","items":{"type":"string"}},"metadata":{"type":"object","additionalProperties":{"type":"string"}}}},"PipelineApprovalRequest":{"type":"object","required":["id","org_id","app_id","pipeline_id","run_id","job_id","env_id","message","created_at","status"],"properties":{"id":{"type":"string","format":"uuid"},"org_id":{"type":"string"},"app_id":{"type":"string"},"pipeline_id":{"type":"string"},"run_id":{"type":"string"},"job_id":{"type":"string"},"env_id":{"type":"string"},"message":{"type":"string"},"created_at":{"$ref":"#/components/schemas/Timestamp"},"status":{"$ref":"#/components/schemas/PipelineApprovalStatus"},"approved_by":{"type":"string"},"approved_at":{"$ref":"#/components/schemas/Timestamp"}}},"PipelineApprovalStatus":{"type":"string","enum":["waiting","approved","denied","cancelled"]},"PipelineCriteria":{"type":"object","required":["trigger","id","pipeline_id","pipeline_name"],"properties":{"trigger":{"type":"string","enum":["deployment_request"]},"id":{"type":"string","format":"uuid"},"pipeline_id":{"type":"string"},"pipeline_name":{"type":"string"},"app_id":{"type":"string"},"env_type":{"type":"string"},"env_id":{"type":"string"},"deployment_type":{"$ref":"#/components/schemas/DeploymentType"}}},"PipelineCriteriaCreateBody":{"type":"object","required":["trigger"],"properties":{"trigger":{"type":"string","enum":["deployment_request"]},"app_id":{"type":"string"},"env_type":{"type":"string"},"env_id":{"type":"string"},"deployment_type":{"$ref":"#/components/schemas/DeploymentType"}}},"PipelineDefinition":{"type":"object","required":["name","on","jobs"],"properties":{"id":{"type":"string"},"name":{"type":"string"},"on":{"type":"object","additionalProperties":true},"jobs":{"type":"object","additionalProperties":true},"metadata":{"type":"object","additionalProperties":{"type":"string"}}},"additionalProperties":true},"PipelineJob":{"allOf":[{"$ref":"#/components/schemas/PipelineJobPartial"},{"type":"object","required":["steps"],"properties":{"steps":{"type":"array","items":{"$ref":"#/components/schemas/PipelineStep"}}}}]},"PipelineJobPartial":{"type":"object","required":["id","name","etag","org_id","app_id","pipeline_id","pipeline_version","run_id","status","status_message","created_at","updated_at","timeout_seconds"],"properties":{"id":{"type":"string"},"name":{"type":"string"},"etag":{"type":"string"},"org_id":{"type":"string"},"app_id":{"type":"string"},"pipeline_id":{"type":"string"},"pipeline_version":{"type":"string"},"run_id":{"type":"string"},"status":{"$ref":"#/components/schemas/ExecutionStatus"},"status_message":{"type":"string"},"waiting_for":{"type":"string"},"created_at":{"$ref":"#/components/schemas/Timestamp"},"updated_at":{"$ref":"#/components/schemas/Timestamp"},"cancellation_requested_at":{"$ref":"#/components/schemas/Timestamp"},"completed_at":{"$ref":"#/components/schemas/CompletedAt"},"timeout_seconds":{"type":"integer"}}},"PipelineRun":{"type":"object","required":["id","etag","org_id","app_id","env_ids","pipeline_id","pipeline_version","status","status_message","created_at","created_by","timeout_seconds","trigger","inputs","run_as","waiting_for"],"properties":{"id":{"type":"string"},"etag":{"type":"string"},"org_id":{"type":"string"},"app_id":{"type":"string"},"env_ids":{"type":"array","items":{"type":"string"}},"pipeline_id":{"type":"string"},"pipeline_version":{"type":"string"},"status":{"$ref":"#/components/schemas/ExecutionStatus"},"status_message":{"type":"string"},"created_at":{"$ref":"#/components/schemas/Timestamp"},"created_by":{"type":"string"},"executing_at":{"$ref":"#/components/schemas/Timestamp"},"cancellation_requested_at":{"$ref":"#/components/schemas/Timestamp"},"completed_at":{"$ref":"#/components/schemas/CompletedAt"},"timeout_seconds":{"type":"integer"},"trigger":{"type":"string"},"inputs":{"type":"object","additionalProperties":true},"run_as":{"type":"string"},"concurrency_group":{"type":"string"},"waiting_for":{"type":"object","additionalProperties":{"type":"string"}}}},"PipelineRunCreateBody":{"type":"object","required":["inputs"],"properties":{"inputs":{"type":"object","additionalProperties":true}}},"PipelineRunCreateByTriggerCriteriaBody":{"type":"object","required":["trigger"],"properties":{"trigger":{"type":"string","enum":["deployment_request"]},"env_id":{"type":"string"},"environment":{"type":"string","deprecated":true},"delta_id":{"type":"string"},"set_id":{"type":"string"},"deployment_id":{"type":"string"},"value_set_version_id":{"type":"string"},"comment":{"type":"string"},"mode":{"type":"string"}}},"PipelineStep":{"type":"object","required":["index","name","uses","status","status_message","created_at","timeout_seconds","related_entities"],"properties":{"index":{"type":"integer"},"name":{"type":"string"},"uses":{"type":"string"},"status":{"$ref":"#/components/schemas/ExecutionStatus"},"status_message":{"type":"string"},"created_at":{"$ref":"#/components/schemas/Timestamp"},"completed_at":{"$ref":"#/components/schemas/CompletedAt"},"timeout_seconds":{"type":"integer"},"related_entities":{"type":"object","additionalProperties":{"type":"string"}}}},"PipelineStepLog":{"type":"object","required":["at","level","message"],"properties":{"at":{"$ref":"#/components/schemas/Timestamp"},"level":{"type":"string"},"message":{"type":"string"}}},"PipelineVersion":{"type":"object","required":["id","org_id","app_id","pipeline_id","created_by","created_at"],"properties":{"id":{"type":"string"},"org_id":{"type":"string"},"app_id":{"type":"string"},"pipeline_id":{"type":"string"},"created_by":{"type":"string"},"created_at":{"$ref":"#/components/schemas/Timestamp"}}},"PlainDeltaResponse":{"type":"object","required":["modules","shared"],"properties":{"modules":{"$ref":"#/components/schemas/ModuleDeltasResponse"},"shared":{"type":"array","items":{"$ref":"#/components/schemas/UpdateActionResponse"}}}},"RolesResponse":{"type":"object","additionalProperties":{"type":"string"}},"ScoreHumanitecExtensions":{"type":"object","required":["apiVersion"],"properties":{"apiVersion":{"type":"string"},"profile":{"type":"string"},"spec":{"type":"object","additionalProperties":true},"deploy":{"type":"object","additionalProperties":false,"properties":{"when":{"type":"string","enum":["before","deploy","after"]},"success":{"type":"string","enum":["deploy","available","complete"]},"timeout":{"type":"integer"}}}}},"SetResponse":{"type":"object","required":["id","modules","shared","version"],"properties":{"id":{"type":"string"},"modules":{"type":"object","additionalProperties":{"$ref":"#/components/schemas/ModuleResponse"}},"shared":{"type":"object","additionalProperties":true},"version":{"type":"integer"}}},"Timestamp":{"type":"string","format":"date-time"},"UpdateActionRequest":{"type":"object","properties":{"op":{"$ref":"#/components/schemas/UpdateOperation"},"path":{"type":"string"},"value":{},"from":{"type":"string"}}},"UpdateActionResponse":{"type":"object","required":["op","path"],"properties":{"op":{"$ref":"#/components/schemas/UpdateOperation"},"path":{"type":"string"},"value":{},"from":{"type":"string"}}},"UpdateArtefactVersionPayloadRequest":{"type":"object","required":["archived"],"properties":{"archived":{"type":["boolean","null"]}}},"UpdateOperation":{"type":"string","enum":["add","remove","replace"]},"UserProfileExtendedRequest":{"type":"object","properties":{"id":{"type":"string"},"name":{"type":"string"},"email":{"type":"string"},"type":{"type":"string"},"created_at":{"$ref":"#/components/schemas/Timestamp"},"properties":{"type":"object","additionalProperties":true},"roles":{"type":"object","additionalProperties":{"type":"string"}}}},"UserProfileExtendedResponse":{"type":"object","required":["id","name","created_at","type","properties","roles"],"properties":{"id":{"type":"string"},"name":{"type":"string"},"email":{"type":"string"},"type":{"type":"string"},"created_at":{"$ref":"#/components/schemas/Timestamp"},"properties":{"type":"object","additionalProperties":true},"roles":{"$ref":"#/components/schemas/RolesResponse"}}},"WorkloadArtefactVersion":{"type":"object","required":["type","id","name","artefact_id","archived"],"properties":{"type":{"type":"string","const":"workload"},"id":{"type":"string","format":"uuid"},"artefact_id":{"type":"string","format":"uuid"},"name":{"type":"string"},"version":{"type":"string"},"ref":{"type":"string"},"commit":{"type":"string"},"archived":{"type":"boolean"},"created_at":{"$ref":"#/components/schemas/Timestamp"},"created_by":{"type":"string"},"updated_at":{"$ref":"#/components/schemas/Timestamp"},"updated_by":{"type":"string"}}},"WorkloadArtefactVersionDeploymentSet":{"type":"object","required":["modules","shared"],"properties":{"modules":{"type":"object","additionalProperties":{"type":"object","additionalProperties":true}},"shared":{"type":"object","additionalProperties":{"type":"object","additionalProperties":true}}}}},"securitySchemes":{"bearer":{"type":"http","scheme":"bearer"}}}}');
;// CONCATENATED MODULE: ./build/orchestrator/validate.js





const addFormats = dist["default"];
const escapeSegment = (segment) => segment.replaceAll('~', '~0').replaceAll('/', '~1');
const pointer = (...segments) => `#/${segments.map(escapeSegment).join('/')}`;
const resolve = (node, at) => {
    if (typeof node !== 'object' || node === null || !('$ref' in node))
        return { node, at };
    const target = node.$ref
        .slice(2)
        .split('/')
        .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
        .reduce((found, key) => found[key], validation_namespaceObject);
    return resolve(target, node.$ref);
};
const schemasOf = (content, at) => new Map(Object.keys(content).map((type) => [type, `${at}/content/${escapeSegment(type)}/schema`]));
const readOperation = (path, method, item) => {
    const operation = item[method];
    const at = pointer('paths', path, method);
    const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
    const body = operation.requestBody && resolve(operation.requestBody, `${at}/requestBody`);
    const responses = Object.entries(operation.responses).map(([status, response]) => {
        const found = resolve(response, `${at}/responses/${status}`);
        return [status, schemasOf(found.node.content ?? {}, found.at).get('application/json')];
    });
    return {
        path,
        method,
        operationId: operation.operationId,
        parameters: parameters.map((parameter) => resolve(parameter, '').node),
        ...(body
            ? { body: { required: body.node.required ?? false, schemas: schemasOf(body.node.content, body.at) } }
            : {}),
        responses: new Map(responses),
    };
};
const methods = new Set(['get', 'post', 'put', 'patch', 'delete']);
const contractOperations = () => Object.entries(validation_namespaceObject.paths).map(([path, item]) => [
    path,
    new Map(Object.keys(item)
        .filter((key) => methods.has(key))
        .map((method) => [method, readOperation(path, method, item)])),
]);
const describe = (subject, errors) => (errors ?? [])
    .slice(0, 5)
    .map(({ instancePath, message, params }) => {
    const extra = 'additionalProperty' in params ? ` '${params['additionalProperty']}'` : '';
    const allowed = 'allowedValues' in params ? `: ${params['allowedValues'].join(', ')}` : '';
    return `${subject}${instancePath} ${message}${extra}${allowed}`;
})
    .join('; ');
const hasType = ({ schema }, type) => [resolve(schema, '').node.type].flat().includes(type);
const readQuery = (parameter, search) => {
    if (parameter.style === 'deepObject') {
        const prefix = `${parameter.name}[`;
        const entries = [...search].filter(([name]) => name.startsWith(prefix) && name.endsWith(']'));
        return entries.length > 0
            ? Object.fromEntries(entries.map(([name, value]) => [name.slice(prefix.length, -1), value]))
            : undefined;
    }
    if (hasType(parameter, 'array')) {
        const values = search.getAll(parameter.name);
        return values.length > 0 ? values : undefined;
    }
    return search.get(parameter.name) ?? undefined;
};
const createValidator = () => {
    const makeAjv = (coerceTypes) => {
        const ajv = new _2020.Ajv2020({
            strict: false,
            allErrors: true,
            coerceTypes,
            validateSchema: false,
            code: { regExp: identifiers/* compilePattern */.Eb },
        });
        addFormats(ajv);
        return ajv.addSchema(validation_namespaceObject, 'contract');
    };
    const bodies = makeAjv(false);
    const texts = makeAjv(true);
    const compiled = new Map();
    const validatorAt = (at) => {
        const known = compiled.get(at);
        if (known)
            return known;
        const made = bodies.compile({ $ref: `contract${at}` });
        compiled.set(at, made);
        return made;
    };
    const checkParameter = (parameter, value) => {
        const key = `${parameter.in} ${parameter.name} ${JSON.stringify(parameter.schema)}`;
        const schema = JSON.parse(JSON.stringify(parameter.schema).replaceAll('"#/', '"contract#/'));
        const check = compiled.get(key) ?? texts.compile({ type: 'object', properties: { value: schema } });
        compiled.set(key, check);
        const holder = { value };
        if (check(holder))
            return holder.value;
        throw badRequest(describe(`${parameter.in} parameter '${parameter.name}'`, check.errors).replaceAll('/value', ''));
    };
    return {
        parameters: (operation, path, search) => {
            const checked = { path: {}, query: {} };
            for (const parameter of operation.parameters) {
                const value = parameter.in === 'query' ? readQuery(parameter, search) : path[parameter.name];
                if (parameter.in === 'header')
                    continue;
                if (value !== undefined)
                    checked[parameter.in][parameter.name] = checkParameter(parameter, value);
                else if (parameter.required)
                    throw badRequest(`${parameter.in} parameter '${parameter.name}' is missing`);
            }
            return checked;
        },
        body: (operation, contentType, text) => {
            if (!operation.body)
                return undefined;
            const { required, schemas } = operation.body;
            const refuse = (message) => operation.responses.has('422') ? unprocessable(message) : badRequest(message);
            const type = [...schemas.keys()].find((one) => contentType.startsWith(one)) ?? [...schemas.keys()][0] ?? '';
            if (!/[/+]json$/.test(type))
                return text;
            if (text.trim() === '') {
                if (required)
                    throw refuse('The request needs a JSON body.');
                return undefined;
            }
            let body;
            try {
                body = JSON.parse(text);
            }
            catch (error) {
                throw refuse(`The body is not JSON: ${error.message}`);
            }
            const check = validatorAt(schemas.get(type) ?? '');
            if (!check(body))
                throw refuse(describe('body', check.errors));
            return body;
        },
        responseProblem: (operation, status, body) => {
            if (!operation.responses.has(String(status)))
                return `status ${status} is not in the contract`;
            const at = operation.responses.get(String(status));
            if (at === undefined)
                return body === undefined ? undefined : `status ${status} has no body in the contract`;
            const check = validatorAt(at);
            return check(body) ? undefined : describe('body', check.errors);
        },
    };
};
let validator;
const contractValidator = () => (validator ??= createValidator());

;// CONCATENATED MODULE: ./build/orchestrator/app.js



const endpointTree = (routes) => {
    const byKey = new Map(routes.map((route) => [`${route.method} ${route.path}`, route]));
    const entries = contractOperations().map(([path, operations]) => {
        const endpoints = [...operations].map(([method, operation]) => {
            const key = `${method} ${path}`;
            const route = byKey.get(key);
            byKey.delete(key);
            return [method, { operation, route }];
        });
        return [path, new Map(endpoints)];
    });
    if (byKey.size > 0)
        throw new Error(`routes that the contract does not have: ${[...byKey.keys()].join(', ')}`);
    return createPathTree(entries);
};
const decodeSegments = (pathname) => {
    try {
        return pathname.split('/').slice(1).map(decodeURIComponent);
    }
    catch {
        throw new HttpError(400, 'The path is not percent-encoded correctly.');
    }
};
const toResponse = (status, body, headers = {}) => body === undefined
    ? { status, headers, body: '' }
    : { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
const toErrorResponse = (error, operation) => {
    const status = String(error.status);
    const isBodiless = operation?.responses.has(status) === true && operation.responses.get(status) === undefined;
    return toResponse(error.status, isBodiless ? undefined : errorBody(error), error.headers);
};
const textOf = (body) => typeof body === 'string' ? body : Buffer.from(body ?? []).toString('utf8');
const createApp = ({ store, scheduler, auth, routes, locate, strict, onBug }) => {
    const find = endpointTree(routes);
    const validator = contractValidator();
    const endpointOf = (method, url) => {
        const match = find(decodeSegments(url.pathname));
        if (!match)
            throw notFound('Path', url.pathname, 'this API');
        const found = match.found.get(method.toLowerCase());
        if (found)
            return { found, parameters: match.parameters };
        const allowed = [...match.found.keys()].map((name) => name.toUpperCase()).join(', ');
        throw new HttpError(405, `${url.pathname} takes ${allowed}, not ${method}.`, { headers: { allow: allowed } });
    };
    const answer = ({ found: { operation, route }, parameters }, request, url) => {
        const caller = auth.authenticate(request.headers);
        if (!route)
            throw new HttpError(501, `This orchestrator does not implement ${operation.operationId} yet.`);
        auth.authorize(caller, route.access, parameters['orgId'], parameters['appId']);
        locate(parameters);
        const checked = validator.parameters(operation, parameters, url.searchParams);
        const body = validator.body(operation, request.headers['content-type'] ?? '', textOf(request.body));
        const call = { ...checked, headers: request.headers, body, caller, url: request.url };
        const result = store.transaction(() => route.answer(call));
        if (result.text !== undefined)
            return { status: result.status, headers: result.headers ?? {}, body: result.text };
        if (strict) {
            const problem = validator.responseProblem(operation, result.status, result.body);
            if (problem)
                throw new Error(`${operation.operationId} broke the contract: ${problem}`);
        }
        return toResponse(result.status, result.body, result.headers);
    };
    return (request) => {
        let match;
        try {
            scheduler.runDue();
            const url = new URL(request.url);
            match = endpointOf(request.method, url);
            return answer(match, request, url);
        }
        catch (error) {
            if (error instanceof HttpError)
                return toErrorResponse(error, match?.found.operation);
            onBug(error);
            return toResponse(500, errorBody(new HttpError(500, 'The orchestrator failed on this request; its log says why.')));
        }
    };
};

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/orchestrator/auth.js


const orgPath = (orgId) => `/orgs/${orgId}`;
const appPath = (orgId, appId) => `/orgs/${orgId}/apps/${appId}`;
const envTypePath = (orgId, envType) => `/orgs/${orgId}/env-types/${envType}`;
const applicationRoles = ['viewer', 'developer', 'owner'];
const organizationRoles = {
    orgViewer: ['org:member', 'app:viewer'],
    member: ['org:member'],
    artefactContributor: ['org:member', 'org:artefactContributor'],
    manager: ['org:member', 'org:artefactContributor', 'org:manager'],
};
const scope = '';
const hashOf = (token) => (0,external_node_crypto_.createHash)('sha256').update(token).digest('hex');
const bearer = (headers) => /^(?:Bearer|JWT) +(\S+)$/i.exec(headers['authorization'] ?? '')?.[1];
const organizationRoleNames = ['administrator', ...Object.keys(organizationRoles)];
const isAdministrator = (caller, orgId) => caller.roles[orgPath(orgId)] === 'administrator';
const allows = (caller, access, orgId, appId) => {
    const role = caller.roles[orgPath(orgId)];
    if (role === undefined)
        return false;
    if (role === 'administrator' || organizationRoles[role]?.includes(access))
        return true;
    if (!access.startsWith('app:') || appId === undefined)
        return false;
    const held = applicationRoles.indexOf(caller.roles[appPath(orgId, appId)] ?? '');
    return held >= 0 && held >= applicationRoles.indexOf(access.slice('app:'.length));
};
const createAuth = ({ store, scheduler }) => {
    const users = store.table('users');
    const tokens = store.table('tokens');
    return {
        authenticate: (headers) => {
            const token = bearer(headers);
            const known = token === undefined ? undefined : tokens.get(scope, hashOf(token));
            const user = known && users.get(scope, known.userId);
            if (!user) {
                const reason = token === undefined ? 'The request has no bearer token' : 'The token is not known';
                throw new HttpError(401, `${reason}: send "Authorization: Bearer <token>".`);
            }
            return user;
        },
        authorize: (caller, access, orgId, appId) => {
            if (access === 'anybody' || (orgId !== undefined && allows(caller, access, orgId, appId)))
                return;
            const [level, role] = access.split(':');
            const where = level === 'app' ? `application '${orgId}/${appId}'` : `organization '${orgId}'`;
            throw forbidden(`${caller.name} needs at least the role '${role}' on ${where}.`);
        },
        mayDeploy: (caller, { orgId, appId, envType }) => isAdministrator(caller, orgId) ||
            (caller.roles[envTypePath(orgId, envType)] === 'deployer' && allows(caller, 'app:developer', orgId, appId)),
        addUser: (user) => users.insert(scope, user.id, user),
        updateUser: (user) => users.update(scope, user.id, user),
        user: (id) => users.get(scope, id),
        addToken: (token, userId) => tokens.insert(scope, hashOf(token), { userId, created_at: scheduler.timestamp() }),
        grant: (userId, path, role) => {
            const user = users.get(scope, userId);
            if (user)
                users.update(scope, userId, { ...user, roles: { ...user.roles, [path]: role } });
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/control.js
const json = (status, body) => ({
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
});
const control_textOf = (body) => (typeof body === 'string' ? body : new TextDecoder().decode(body));
const matches = (fault, { method, url }) => (fault.method === undefined || fault.method === method) &&
    (fault.path === undefined || new URL(url).pathname.includes(fault.path));
const createControl = ({ store, scheduler, cluster, shiftTime, begin }) => {
    const faults = [];
    const control = {
        failNext: (fault) => void faults.push({ ...fault, left: fault.times ?? 1 }),
        advance: (ms) => {
            shiftTime(ms);
            scheduler.runDue();
        },
        behave: (change) => cluster.behave(change),
        reset: (seed) => {
            faults.length = 0;
            store.transaction(() => {
                store.clear();
                begin(seed);
            });
        },
        takeFault: (request) => {
            const fault = faults.find((each) => each.left > 0 && matches(each, request));
            if (fault)
                fault.left -= 1;
            return fault;
        },
        handle: ({ url, body, method }) => {
            const door = new URL(url).pathname.slice('/_orchestrator/'.length);
            const doors = {
                fail: control.failNext,
                advance: ({ ms }) => control.advance(ms),
                cluster: control.behave,
                reset: ({ seed }) => control.reset(seed),
            };
            const open = Object.hasOwn(doors, door) ? doors[door] : undefined;
            if (!open || method !== 'POST') {
                return json(404, { error: `POST /_orchestrator/… has these doors: ${Object.keys(doors).join(', ')}` });
            }
            try {
                open(JSON.parse(control_textOf(body) || '{}'));
                return json(200, {});
            }
            catch (error) {
                return json(400, { error: error.message });
            }
        },
    };
    return control;
};

;// CONCATENATED MODULE: ./build/orchestrator/applications/model.js

const defaultEnvironment = { id: 'development', name: 'Development', type: 'development' };
const createApplications = ({ store, scheduler }, neighbours) => {
    const applications = store.table('applications');
    const find = (orgId, id) => {
        const found = applications.get(orgId, id);
        if (!found)
            throw notFound('Application', id, `organization '${orgId}'`);
        return found;
    };
    const toResponse = (application) => ({
        ...application,
        envs: neighbours
            .environmentsOf(application.org_id, application.id)
            .map(({ id, name, type }) => ({ id, name, type })),
    });
    const remove = (orgId, id) => {
        for (const dependant of neighbours.dependants)
            dependant.forgetApplication(orgId, id);
        applications.delete(orgId, id);
    };
    scheduler.on('application.deleted', ({ orgId, id }) => remove(orgId, id));
    return {
        list: (orgId) => applications.list(orgId).map(toResponse),
        get: (orgId, id) => toResponse(find(orgId, id)),
        create: (orgId, request, caller) => {
            const { id, name } = request;
            if (applications.get(orgId, id))
                throw conflict(`Application '${id}' exists already in organization '${orgId}'.`);
            const now = scheduler.timestamp();
            const application = {
                id,
                name,
                org_id: orgId,
                created_at: now,
                created_by: caller.id,
                status: 'active',
                status_changed_at: now,
            };
            applications.insert(orgId, id, application);
            neighbours.makeOwner(orgId, id, caller);
            neighbours.createDefaultPipeline(orgId, id, caller);
            if (request.skip_environment_creation !== true) {
                neighbours.createEnvironment(orgId, id, request.env ?? defaultEnvironment, caller);
            }
            return toResponse(application);
        },
        delete: (orgId, id) => {
            const application = find(orgId, id);
            if (!neighbours.hasActiveResources(orgId, id)) {
                remove(orgId, id);
                return 'deleted';
            }
            if (application.status === 'active') {
                const status_changed_at = scheduler.timestamp();
                applications.update(orgId, id, { ...application, status: 'deleting', status_changed_at });
                scheduler.schedule('application.deleted', scheduler.now() + neighbours.teardownMs(), { orgId, id });
            }
            return 'deleting';
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/applications/routes.js

const applicationRoutes = (applications) => [
    route('get', '/orgs/{orgId}/apps', 'org:member', ({ path }) => ({
        status: 200,
        body: applications.list(path.orgId),
    })),
    route('post', '/orgs/{orgId}/apps', 'org:manager', ({ path, body, caller }) => ({
        status: 201,
        body: applications.create(path.orgId, body, caller),
    })),
    route('get', '/orgs/{orgId}/apps/{appId}', 'app:viewer', ({ path }) => ({
        status: 200,
        body: applications.get(path.orgId, path.appId),
    })),
    route('delete', '/orgs/{orgId}/apps/{appId}', 'app:owner', ({ path }) => ({
        status: applications.delete(path.orgId, path.appId) === 'deleted' ? 204 : 202,
    })),
];

// EXTERNAL MODULE: ./build/sets/json.js
var sets_json = __webpack_require__(8320);
;// CONCATENATED MODULE: ./build/orchestrator/depth.js

const maxDepth = 500;
const checkDepth = (name, value) => {
    const open = [{ value, depth: 0 }];
    for (let next = open.pop(); next; next = open.pop()) {
        if (typeof next.value !== 'object' || next.value === null)
            continue;
        if (next.depth === maxDepth)
            throw badRequest(`${name} is nested more than ${maxDepth} levels deep.`);
        for (const child of Object.values(next.value))
            open.push({ value: child, depth: next.depth + 1 });
    }
};

// EXTERNAL MODULE: ./build/sets/normalise.js
var normalise = __webpack_require__(9946);
// EXTERNAL MODULE: ./build/sets/problem.js
var problem = __webpack_require__(4851);
;// CONCATENATED MODULE: ./build/orchestrator/sets/content.js





const defaultProfile = 'humanitec/default-module';
const defaultDeploy = { when: 'deploy', success: 'deploy', timeout: 300 };
const content_valueOf = (result, complaint) => {
    if (result.ok)
        return result.value;
    throw badRequest(`${complaint}: ${(0,problem/* describeProblem */.BJ)(result.problem)}.`, { ...result.problem });
};
const kinds = {
    'an object': sets_json/* isObject */.Gv,
    text: (value) => typeof value === 'string',
    'a whole number': Number.isInteger,
};
const readPart = (id, path, { kind, value }) => {
    if (value === undefined || value === null)
        return undefined;
    if (kinds[kind](value))
        return value;
    const reason = `must be ${kind}`;
    throw badRequest(`Module '${id}' is malformed: ${path} ${reason}.`, { module: id, path, reason });
};
const completeDeploy = (id, deploy) => {
    const part = (kind, key) => readPart(id, `/deploy/${key}`, { kind, value: (0,sets_json/* ownValue */.eC)(deploy, key) }) ?? defaultDeploy[key];
    return {
        ...deploy,
        when: part('text', 'when'),
        success: part('text', 'success'),
        timeout: part('a whole number', 'timeout'),
    };
};
const completeModule = (id, module) => {
    const part = (kind, key) => readPart(id, `/${key}`, { kind, value: (0,sets_json/* ownValue */.eC)(module, key) });
    const { deploy: _, ...rest } = module;
    const deploy = part('an object', 'deploy');
    return {
        ...rest,
        profile: part('text', 'profile') ?? defaultProfile,
        spec: part('an object', 'spec') ?? {},
        externals: part('an object', 'externals') ?? {},
        ...(deploy === undefined ? {} : { deploy: completeDeploy(id, deploy) }),
    };
};
const completeModules = (modules) => Object.fromEntries(Object.entries(modules).map(([id, module]) => [id, module && completeModule(id, module)]));
const completeDelta = (delta) => {
    checkDepth('The delta', delta);
    return { ...delta, modules: { ...delta.modules, add: completeModules(delta.modules.add) } };
};
const completeSet = (set) => {
    checkDepth('The set', set);
    return { ...set, modules: completeModules(set.modules) };
};
const readDelta = (body) => completeDelta(content_valueOf((0,normalise/* normaliseDelta */.h)(body), 'The delta is malformed'));
const readSet = (body) => completeSet(content_valueOf((0,normalise/* normaliseSet */.F)(body), 'The set is malformed'));
const toPlainDelta = ({ modules, shared }) => ({ modules, shared });
const toSetContent = ({ modules, shared }) => ({ modules, shared });

// EXTERNAL MODULE: ./build/sets/pointer.js
var sets_pointer = __webpack_require__(1005);
;// CONCATENATED MODULE: ./build/orchestrator/score/placeholders.js


const pattern = /\$(?:\$|\{([^{}]*)\})/g;
const escapePlaceholders = (text) => text.replaceAll('${', '$\\{');
const createPlaceholders = ({ metadata, places, onProblem, }) => {
    const resolve = (reference, path) => {
        const asItWas = `\${${reference}}`;
        const [scope, name = '', ...rest] = reference.split('.');
        if (scope === 'metadata') {
            const value = (0,sets_pointer/* valueAt */.fK)(metadata, [name, ...rest]);
            if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
                return String(value);
            onProblem(path, `${asItWas} names no text of the metadata`);
            return asItWas;
        }
        if (scope !== 'resources')
            return asItWas;
        const place = places.get(name);
        if (!place) {
            onProblem(path, `${asItWas} names the resource '${name}', which the specification does not have`);
            return asItWas;
        }
        return rest.length === 0 ? place.reference : `\${${[place.properties, ...rest].join('.')}}`;
    };
    const inText = (text, path) => text.replace(pattern, (_, reference) => (reference === undefined ? '$' : resolve(reference, path)));
    const inValue = (value, path) => {
        if (typeof value === 'string')
            return inText(value, path);
        if (Array.isArray(value))
            return value.map((item, index) => inValue(item, `${path}/${index}`));
        if (!(0,sets_json/* isObject */.Gv)(value))
            return value;
        const result = {};
        for (const key of Object.keys(value)) {
            (0,sets_json/* setKey */.qL)(result, inText(key, path), inValue((0,sets_json/* ownValue */.eC)(value, key) ?? null, `${path}/${key}`));
        }
        return result;
    };
    return { inText, inValue };
};

;// CONCATENATED MODULE: ./build/orchestrator/score/containers.js


const present = (fields) => Object.fromEntries(Object.entries(fields).filter((field) => field[1] !== undefined));
const byTarget = (mounts, short, { path, onProblem, convert }) => {
    if (mounts === undefined)
        return undefined;
    const entries = Array.isArray(mounts)
        ? mounts.map((mount, index) => [mount.target, mount, index])
        : Object.entries(mounts).map(([target, mount]) => [target, typeof mount === 'string' ? short(mount) : mount, target]);
    const result = {};
    for (const [target, mount, key] of entries) {
        const at = `${path}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
        if (Object.hasOwn(result, target))
            onProblem(at, `mounts to '${target}', as another one does`);
        (0,sets_json/* setKey */.qL)(result, target, convert(mount, at));
    }
    return entries.length === 0 ? undefined : result;
};
const convertFile = (file, path, { placeholders, onProblem }) => {
    const { mode, content, noExpand = false } = file;
    if (content === undefined) {
        const problem = file.source === undefined
            ? file.binaryContent === undefined
                ? 'needs its content'
                : 'has binaryContent, which workloads have no place for: give content'
            : `has the source '${file.source}', which is not on this side: send its content`;
        onProblem(path, problem);
    }
    const text = typeof content === 'string' ? content : (content ?? []).join('\n');
    const value = noExpand ? escapePlaceholders(text) : placeholders.inText(text, path);
    return present({ mode, value });
};
const convertVolume = ({ source, path: subPath = '', readOnly = false }, path, { placeholders }) => ({
    id: placeholders.inText(source, `${path}/source`),
    sub_path: subPath,
    read_only: readOnly,
});
const convertProbe = (probe) => {
    if (probe?.exec)
        return { type: 'command', command: probe.exec.command };
    if (!probe?.httpGet)
        return undefined;
    const { path, port, host, scheme, httpHeaders = [] } = probe.httpGet;
    const headers = httpHeaders.length > 0 ? Object.fromEntries(httpHeaders.map(({ name, value }) => [name, value])) : undefined;
    return present({ type: 'http', path, port, host, scheme, headers });
};
const filled = (value) => value !== undefined && Object.keys(value).length > 0 ? value : undefined;
const convertContainer = (name, container, context) => {
    const { placeholders, onProblem } = context;
    const path = `/containers/${name}`;
    if (container.before !== undefined)
        onProblem(`${path}/before`, 'is not supported: containers start together');
    const variables = Object.entries(container.variables ?? {}).map(([key, value]) => [key, placeholders.inText(value, `${path}/variables/${key}`)]);
    return present({
        id: name,
        image: container.image,
        command: filled(container.command),
        args: filled(container.args),
        variables: filled(Object.fromEntries(variables)),
        resources: filled(container.resources),
        liveness_probe: convertProbe(container.livenessProbe),
        readiness_probe: convertProbe(container.readinessProbe),
        files: byTarget(container.files, (content) => ({ content }), {
            path: `${path}/files`,
            onProblem,
            convert: (file, at) => convertFile(file, at, context),
        }),
        volume_mounts: byTarget(container.volumes, (source) => ({ source }), {
            path: `${path}/volumes`,
            onProblem,
            convert: (volume, at) => convertVolume(volume, at, context),
        }),
    });
};
const convertService = ({ service }) => {
    const ports = Object.entries(service?.ports ?? {}).map(([name, { port, protocol = 'TCP', targetPort = port }]) => [
        name,
        { protocol, service_port: port, container_port: targetPort },
    ]);
    return ports.length === 0 ? undefined : { ports: Object.fromEntries(ports) };
};

;// CONCATENATED MODULE: ./build/orchestrator/score/overrides.js


const mergeOver = (base, over) => {
    const merged = { ...base };
    for (const [key, value] of Object.entries(over)) {
        const before = (0,sets_json/* ownValue */.eC)(merged, key);
        if (value === null)
            delete merged[key];
        else
            (0,sets_json/* setKey */.qL)(merged, key, (0,sets_json/* isObject */.Gv)(value) ? mergeOver((0,sets_json/* isObject */.Gv)(before) ? before : {}, value) : value);
    }
    return merged;
};
const maxKeys = 100;
const splitPath = (path) => path.split(/(?<!\\)\./).map((key) => key.replaceAll('\\.', '.'));
const setInList = (list, [key = '', ...rest], value) => {
    const index = key === '-1' ? list.length : (0,sets_pointer/* isIndex */.nw)(key) ? Number(key) : undefined;
    if (index === undefined || index > list.length)
        return `has no place '${key}' in a list of ${list.length}`;
    if (rest.length === 0 && value === null)
        return list.toSpliced(index, 1);
    if (index === list.length && value === null)
        return [...list];
    const set = rest.length === 0 ? value : setAt(list[index] ?? {}, rest, value);
    return typeof set === 'string' && rest.length > 0 ? set : list.toSpliced(index, 1, set);
};
const setAt = (at, path, value) => {
    if (Array.isArray(at))
        return setInList(at, path, value);
    if (!(0,sets_json/* isObject */.Gv)(at))
        return 'leads through what is neither an object nor a list';
    const [key = '', ...rest] = path;
    const copy = { ...at };
    if (rest.length === 0) {
        if (value === null)
            delete copy[key];
        else
            (0,sets_json/* setKey */.qL)(copy, key, value);
        return copy;
    }
    const before = (0,sets_json/* ownValue */.eC)(at, key);
    if (before === undefined && value === null)
        return at;
    const set = setAt(before ?? {}, rest, value);
    if (typeof set === 'string')
        return set;
    (0,sets_json/* setKey */.qL)(copy, key, set);
    return copy;
};
const setProperties = (base, properties) => {
    let spec = base;
    const problems = [];
    for (const [path, value] of Object.entries(properties)) {
        const keys = splitPath(path);
        const wrong = keys.includes('') ? 'has an empty key' : keys.length > maxKeys ? `has more than ${maxKeys} keys` : '';
        const set = wrong || setAt(spec, keys, value);
        if (typeof set === 'string')
            problems.push({ path: '', message: `the property override '${path}' ${set}` });
        else
            spec = set;
    }
    return { spec, problems };
};

;// CONCATENATED MODULE: ./build/orchestrator/score/resources.js

const idAnnotation = 'score.humanitec.io/resId';
const idOf = ({ id, metadata }) => id ?? metadata?.annotations?.[idAnnotation];
const externals = (key) => {
    const reference = `externals.${key}`;
    return { reference, properties: reference, declared: { scope: 'externals', key } };
};
const shared = (name, resourceClass) => {
    const isDefault = resourceClass === 'default';
    const key = isDefault ? name : `${name}-class-${resourceClass}`;
    const reference = `shared.${key}`;
    const declared = { scope: 'shared', key, ...(isDefault ? {} : { id: `shared.${name}` }) };
    return { reference, properties: reference, declared };
};
const placeOf = (name, workload, resource) => {
    if (resource.type === 'environment')
        return { reference: 'values', properties: 'values' };
    if (resource.type === 'service') {
        return { reference: `modules.${name}`, properties: `modules.${name}.service` };
    }
    const id = idOf(resource);
    if (id === undefined || id === '')
        return externals(name);
    const [scope, first = '', second, ...rest] = id.split('.');
    const named = id.slice(`${scope}.`.length);
    if (scope === 'externals')
        return named === '' ? undefined : externals(named);
    if (scope === 'shared')
        return named === '' ? undefined : shared(named, resource.class ?? 'default');
    if (scope !== 'modules')
        return shared(id, resource.class ?? 'default');
    const key = rest.join('.');
    if (second !== 'externals' || first === '' || key === '')
        return undefined;
    return first === workload ? externals(key) : { reference: id, properties: id };
};
const declarationOf = ({ type, class: resourceClass = 'default', params }, { id, path, aliases, placeholders }) => ({
    type: (0,sets_json/* ownValue */.eC)(aliases, type) ?? type,
    class: resourceClass,
    ...(id === undefined ? {} : { id }),
    ...(params && Object.keys(params).length > 0 ? { params: placeholders.inValue(params, `${path}/params`) } : {}),
});
const convertResources = (resources, parts) => {
    const made = { externals: {}, shared: {} };
    for (const [name, resource] of Object.entries(resources)) {
        const declared = parts.places.get(name)?.declared;
        if (!declared)
            continue;
        const { scope, key, id } = declared;
        const path = `/resources/${name}`;
        const declaration = declarationOf(resource, { ...parts, id, path });
        const other = (0,sets_json/* ownValue */.eC)(made[scope], key);
        if (other !== undefined && !(0,sets_json/* jsonEqual */.Zm)(other, declaration)) {
            parts.problems.push({ path, message: `is ${scope}.${key}, as another resource is that differs from it` });
        }
        (0,sets_json/* setKey */.qL)(made[scope], key, declaration);
    }
    return made;
};

;// CONCATENATED MODULE: ./build/orchestrator/score/schema.js
const label = '^[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$';
const typeName = '^[A-Za-z0-9][A-Za-z0-9-]{0,61}[A-Za-z0-9]$';
const schema_text = { type: 'string' };
const texts = { type: 'array', items: schema_text };
const port = { type: 'integer', minimum: 1, maximum: 65535 };
const schema_closed = (properties, required = []) => ({
    type: 'object',
    properties,
    required,
    additionalProperties: false,
});
const named = (value) => ({ type: 'object', propertyNames: { pattern: label }, additionalProperties: value });
const annotated = { annotations: { type: 'object', additionalProperties: schema_text } };
const listOrMapping = (properties, required) => ({
    type: ['array', 'object'],
    items: schema_closed({ target: { type: 'string', minLength: 1 }, ...properties }, ['target', ...required]),
    additionalProperties: { ...schema_closed(properties, required), type: ['string', 'object'] },
});
const file = {
    mode: { type: 'string', pattern: '^0?[0-7]{3}$' },
    source: { type: 'string', minLength: 1 },
    content: { type: ['string', 'array'], items: schema_text },
    binaryContent: schema_text,
    noExpand: { type: 'boolean' },
};
const volume = { source: schema_text, path: schema_text, readOnly: { type: 'boolean' } };
const quantities = schema_closed({
    memory: { type: 'string', pattern: '^(0[.][0-9]+|[1-9][0-9]*([.][0-9]+)?)([KMGTPE]i?)?$' },
    cpu: { type: 'string', pattern: '^[0-9]*(m|[.][0-9]+)?$', minLength: 1 },
});
const probe = schema_closed({
    httpGet: schema_closed({
        host: { type: 'string', minLength: 1 },
        scheme: { enum: ['HTTP', 'HTTPS'] },
        path: schema_text,
        port,
        httpHeaders: {
            type: 'array',
            items: schema_closed({ name: { type: 'string', pattern: '^[A-Za-z0-9_-]+$' }, value: schema_text }, ['name', 'value']),
        },
    }, ['path', 'port']),
    exec: schema_closed({ command: texts }, ['command']),
});
const container = schema_closed({
    image: { type: 'string', minLength: 1 },
    command: texts,
    args: texts,
    variables: { type: 'object', propertyNames: { pattern: '^[^=]+$' }, additionalProperties: schema_text },
    files: listOrMapping(file, []),
    volumes: listOrMapping(volume, ['source']),
    before: { type: 'object' },
    resources: schema_closed({ limits: quantities, requests: quantities }),
    livenessProbe: probe,
    readinessProbe: probe,
}, ['image']);
const resource = schema_closed({
    type: { type: 'string', pattern: typeName },
    class: { type: 'string', pattern: typeName },
    id: { type: 'string', maxLength: 63, pattern: '^[a-z0-9]+(-+[a-z0-9]+)*([.][a-z0-9]+(-+[a-z0-9]+)*)*$' },
    metadata: { type: 'object', properties: annotated },
    params: { type: 'object' },
}, ['type']);
const scoreSchema = schema_closed({
    apiVersion: { const: 'score.dev/v1b1' },
    metadata: {
        type: 'object',
        properties: { name: { type: 'string', pattern: label }, ...annotated },
        required: ['name'],
    },
    service: schema_closed({ ports: named(schema_closed({ port, protocol: { enum: ['TCP', 'UDP'] }, targetPort: port }, ['port'])) }),
    containers: { ...named(container), minProperties: 1 },
    resources: named(resource),
}, ['apiVersion', 'metadata', 'containers']);

;// CONCATENATED MODULE: ./build/orchestrator/score/convert.js








const convert_defaultProfile = 'humanitec/default-module';
let compiled;
const scoreValidator = () => (compiled ??= new _2020.Ajv2020({ strict: false, allErrors: true, code: { regExp: identifiers/* compilePattern */.Eb } }).compile(scoreSchema));
const toProblem = ({ instancePath, message = 'is wrong', params, propertyName }) => {
    if ('additionalProperty' in params) {
        return { path: instancePath, message: `must not have the property '${params['additionalProperty']}'` };
    }
    if ('allowedValue' in params)
        return { path: instancePath, message: `must be ${JSON.stringify(params['allowedValue'])}` };
    if ('allowedValues' in params) {
        return { path: instancePath, message: `must be one of ${params['allowedValues'].join(', ')}` };
    }
    const what = propertyName === undefined ? '' : `the name '${propertyName}' `;
    return { path: instancePath, message: `${what}${message}` };
};
const isSummary = ({ keyword }) => keyword === 'if' || keyword === 'propertyNames';
const withImage = (spec, image) => {
    const { containers } = spec;
    if (!image || !(0,sets_json/* isObject */.Gv)(containers))
        return spec;
    const filled = {};
    for (const [name, container] of Object.entries(containers)) {
        const isOpen = (0,sets_json/* isObject */.Gv)(container) && (container['image'] ?? '.') === '.';
        (0,sets_json/* setKey */.qL)(filled, name, isOpen ? { ...container, image } : container);
    }
    return { ...spec, containers: filled };
};
const overridden = (request) => {
    const merged = mergeOver(request.spec, (request.overrides ?? {}));
    const { spec, problems } = setProperties(merged, (request.property_overrides ?? {}));
    return { spec: withImage(spec, request.image), problems };
};
const placesOf = ({ metadata, resources = {} }, onProblem) => {
    const places = new Map();
    for (const [name, resource] of Object.entries(resources)) {
        const place = placeOf(name, metadata.name, resource);
        if (place)
            places.set(name, place);
        else
            onProblem(`/resources/${name}`, 'has an id that is none: write externals.NAME, shared.NAME or modules.WORKLOAD.externals.NAME');
    }
    return places;
};
const convertValid = (score, { extensions, resource_type_aliases: aliases = {} }) => {
    const problems = [];
    const onProblem = (path, message) => void problems.push({ path, message });
    const places = placesOf(score, onProblem);
    const placeholders = createPlaceholders({ metadata: score.metadata, places, onProblem });
    const { name, annotations } = score.metadata;
    const containers = Object.entries(score.containers).map(([id, container]) => [
        id,
        convertContainer(id, container, { placeholders, onProblem }),
    ]);
    const service = convertService(score);
    const spec = {
        ...(annotations && Object.keys(annotations).length > 0 ? { annotations } : {}),
        containers: Object.fromEntries(containers),
        ...(service ? { service } : {}),
    };
    const added = placeholders.inValue((extensions?.spec ?? {}), 'extensions.spec');
    const { externals, shared } = convertResources(score.resources ?? {}, { places, aliases, placeholders, problems });
    const module = {
        profile: extensions?.profile || convert_defaultProfile,
        spec: (0,sets_json/* isObject */.Gv)(added) ? mergeOver(spec, added) : spec,
        externals,
        ...(extensions?.deploy ? { deploy: extensions.deploy } : {}),
    };
    if (problems.length > 0)
        return { ok: false, problems };
    return { ok: true, set: { modules: { [name]: module }, shared: shared } };
};
const convertScore = (request) => {
    const { spec, problems } = overridden(request);
    if (problems.length > 0)
        return { ok: false, problems };
    const check = scoreValidator();
    if (check(spec))
        return convertValid(spec, request);
    return { ok: false, problems: (check.errors ?? []).filter((error) => !isSummary(error)).map(toProblem) };
};

;// CONCATENATED MODULE: ./build/orchestrator/score/model.js




const mostProblems = 50;
const model_describe = ({ path, message }) => (path === '' ? message : `${path} ${message}`);
const toScoreSet = (request) => {
    checkDepth('The request', request);
    const converted = convertScore(request);
    if (converted.ok)
        return completeSet(converted.set);
    const problems = converted.problems.slice(0, mostProblems);
    throw badRequest(`The Score specification is invalid: ${problems.map(model_describe).join('; ')}.`, { problems });
};

;// CONCATENATED MODULE: ./build/orchestrator/artefacts/model.js





const versionScope = (orgId, artefactId) => `${orgId}/${artefactId}`;
const checkUuid = (name, id) => {
    if (!(0,identifiers/* isUuid */.O1)(id))
        throw badRequest(`path parameter '${name}' must be a UUID, not '${id}'`);
};
const referencesOf = ({ name, version, ...rest }) => {
    const digest = rest.type === 'container' ? rest.digest : '';
    const tagged = version ? [`${name}:${version}`] : [];
    return digest ? [...tagged, ...[name, ...tagged].map((text) => `${text}@${digest}`)] : tagged;
};
const model_matches = (version, { name, reference, archived = false, type }) => (archived || !version.archived) &&
    (name === undefined || version.name === name) &&
    (type === undefined || version.type === type) &&
    (reference === undefined || referencesOf(version).includes(reference));
const withoutBlanks = (request) => Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined && value !== ''));
const toVersion = (request, rest) => {
    const { type, name, version, ref, commit } = request;
    if (type === 'container') {
        const { digest = '' } = request;
        const fields = { type, name, ref: ref ?? '', commit: commit ?? '', digest };
        return { ...rest, ...fields, ...(version === undefined ? {} : { version }) };
    }
    return {
        ...rest,
        type,
        name,
        ...(version === undefined ? {} : { version }),
        ...(ref === undefined ? {} : { ref }),
        ...(commit === undefined ? {} : { commit }),
    };
};
const setOf = (request) => {
    if (request.type === 'workload')
        return toScoreSet(request);
    throw badRequest(`'${request.name}' is a container: only workloads make a deployment set.`);
};
const check = (request, { vcs = 'git' }) => {
    const { name, ref = '' } = request;
    checkDepth('The request', request);
    if (name === '')
        throw badRequest('name must not be empty: give the image without its tag, or the name of the workload.');
    if (vcs === 'git' && ref !== '' && !ref.startsWith('refs/')) {
        throw badRequest(`ref must start with 'refs/', as in 'refs/heads/main', not '${ref}'; another vcs than git takes any.`);
    }
    if (request.type === 'workload')
        setOf(request);
};
const createArtefacts = ({ store, scheduler, random }, neighbours = {}) => {
    const artefacts = store.table('artefacts');
    const versions = store.table('artefact-versions');
    const require = (orgId, id) => {
        const found = artefacts.get(orgId, id);
        if (!found)
            throw notFound('Artefact', id, `organization '${orgId}'`);
        return found;
    };
    const ensure = (orgId, { name, type }, caller) => {
        const known = artefacts.list(orgId).find((each) => each.name === name && each.type === type);
        if (known)
            return known;
        const now = scheduler.timestamp();
        const made = { created_at: now, created_by: caller.id, updated_at: now, updated_by: caller.id };
        const artefact = { id: random.uuid(), name, type, ...made };
        artefacts.insert(orgId, artefact.id, artefact);
        return artefact;
    };
    const record = (orgId, versionId) => {
        checkUuid('artefactVersionId', versionId);
        for (const { value } of versions.scan({ scope: orgId, within: true })) {
            if (value.version.id === versionId)
                return value;
        }
        throw notFound('Artefact version', versionId, `organization '${orgId}'`);
    };
    const add = (orgId, request, artefact, caller) => {
        const now = scheduler.timestamp();
        const version = {
            ...toVersion(request, { id: random.uuid(), artefact_id: artefact.id, archived: false }),
            created_at: now,
            created_by: caller.id,
            updated_at: now,
            updated_by: caller.id,
        };
        versions.insert(versionScope(orgId, artefact.id), version.id, { version, request });
        artefacts.update(orgId, artefact.id, { ...artefact, updated_at: now, updated_by: caller.id });
        neighbours.registered?.(orgId, version);
        return version;
    };
    return {
        list: (orgId, { name, type }) => artefacts
            .list(orgId)
            .filter((each) => (name === undefined || each.name === name) && (type === undefined || each.type === type)),
        delete: (orgId, id) => {
            require(orgId, id);
            versions.deleteAll(versionScope(orgId, id));
            artefacts.delete(orgId, id);
        },
        check,
        register: (orgId, request, options, caller) => {
            check(request, options);
            const stated = withoutBlanks(request);
            const artefact = ensure(orgId, stated, caller);
            const known = versions
                .list(versionScope(orgId, artefact.id))
                .find((each) => (0,sets_json/* jsonEqual */.Zm)(each.request, stated));
            return known?.version ?? add(orgId, stated, artefact, caller);
        },
        versions: (orgId, filter) => {
            if (filter.name !== undefined && filter.reference !== undefined) {
                throw badRequest("query parameters 'name' and 'reference' exclude each other");
            }
            const found = [...versions.scan({ scope: orgId, within: true, order: 'newest-first' })];
            return found.map(({ value }) => value.version).filter((version) => model_matches(version, filter));
        },
        versionsOf: (orgId, id, { limit, ...filter }) => {
            checkUuid('artefactId', id);
            if (limit !== undefined && limit < 1)
                throw badRequest(`query parameter 'limit' must be at least 1, not ${limit}`);
            require(orgId, id);
            const found = versions.list(versionScope(orgId, id), 'newest-first');
            return found
                .map(({ version }) => version)
                .filter((version) => model_matches(version, filter))
                .slice(0, limit);
        },
        version: (orgId, versionId) => record(orgId, versionId).version,
        workloadSpec: (orgId, versionId) => {
            const { request } = record(orgId, versionId);
            if (request.type === 'workload')
                return request.spec;
            throw badRequest(`Artefact version '${versionId}' is a container, which has no specification.`);
        },
        workloadSet: (orgId, versionId) => setOf(record(orgId, versionId).request),
        archive: (orgId, id, versionId, archived, caller) => {
            checkUuid('artefactId', id);
            checkUuid('versionId', versionId);
            require(orgId, id);
            const found = versions.get(versionScope(orgId, id), versionId);
            if (!found)
                throw notFound('Artefact version', versionId, `artefact '${id}'`);
            if (archived === null)
                return found.version;
            const changed = { archived, updated_at: scheduler.timestamp(), updated_by: caller.id };
            const version = { ...found.version, ...changed };
            versions.update(versionScope(orgId, id), versionId, { ...found, version });
            return version;
        },
    };
};

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/orchestrator/artefacts/multipart.js

const boundaryOf = (contentType) => {
    const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^";\s]+))/i.exec(contentType) ?? [];
    const boundary = quoted ?? plain;
    if (boundary === undefined)
        throw badRequest('The form has no boundary in its Content-Type.');
    return boundary;
};
const multipart_readPart = (part) => {
    const start = part.indexOf('\r\n');
    const end = part.indexOf('\r\n\r\n', start);
    if (start < 0 || end < 0 || part.slice(0, start).trim() !== '')
        throw badRequest('A part of the form has no header.');
    const header = part
        .slice(start, end)
        .split('\r\n')
        .find((line) => /^content-disposition\s*:\s*form-data\s*;/i.test(line));
    const name = /;\s*name=(?:"([^"]*)"|([^";\s]+))/i.exec(header ?? '');
    if (!name)
        throw badRequest('A part of the form has no name.');
    return [name[1] ?? name[2] ?? '', part.slice(end + 4)];
};
const readMultipart = (contentType, body) => {
    const [, ...parts] = `\r\n${body}`.split(`\r\n--${boundaryOf(contentType)}`);
    if (!parts.at(-1)?.startsWith('--'))
        throw badRequest('The form ends before its closing boundary.');
    const fields = new Map();
    for (const part of parts.slice(0, -1)) {
        const [name, value] = multipart_readPart(part);
        if (fields.has(name))
            throw badRequest(`The form has the field '${name}' twice.`);
        fields.set(name, value);
    }
    return fields;
};

;// CONCATENATED MODULE: ./build/orchestrator/artefacts/form.js





const form_texts = ['version', 'ref', 'commit'];
const objects = ['overrides', 'property_overrides', 'resource_type_aliases', 'extensions'];
const readObject = (name, text) => {
    const document = (0,yaml_dist.parseDocument)(text);
    const [problem] = document.errors;
    if (problem)
        throw badRequest(`Form field '${name}' is not YAML: ${problem.message}`);
    let value;
    try {
        value = document.toJS({ maxAliasCount: 100 });
    }
    catch (error) {
        throw badRequest(`Form field '${name}' is not YAML: ${error.message}`);
    }
    if (!(0,sets_json/* isObject */.Gv)(value))
        throw badRequest(`Form field '${name}' must be an object, as YAML or JSON.`);
    return value;
};
const readForm = (contentType, body) => {
    const fields = readMultipart(contentType, body);
    const required = (name) => {
        const value = fields.get(name);
        if (value === undefined)
            throw badRequest(`Form field '${name}' is missing.`);
        return value;
    };
    const given = (names) => names.filter((name) => fields.has(name));
    const type = required('type');
    const commit = fields.get('commit');
    if (commit !== undefined && !(0,identifiers/* isCommit */.WM)(commit)) {
        throw badRequest(`Form field 'commit' must be 5 to 40 hexadecimal digits, not '${commit}'.`);
    }
    const common = { name: required('name'), ...Object.fromEntries(given(form_texts).map((name) => [name, required(name)])) };
    if (type === 'container') {
        return { type, ...common, ...Object.fromEntries(given(['digest']).map((name) => [name, required(name)])) };
    }
    if (type !== 'workload')
        throw badRequest(`Form field 'type' must be container or workload, not '${type}'.`);
    return {
        type,
        ...common,
        spec: readObject('spec', required('spec')),
        ...Object.fromEntries(given(['image']).map((name) => [name, required(name)])),
        ...Object.fromEntries(given(objects).map((name) => [name, readObject(name, required(name))])),
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/artefacts/routes.js




const readRequest = (body, contentType = '') => typeof body === 'string' ? readForm(contentType, body) : body;
const setJson = 'application/x.workload-deployment-set+json';
const setYaml = 'application/x.workload-deployment-set+x-yaml';
const accepts = (headers, type) => headers['accept']?.includes(type) === true;
const jsonOrYaml = (headers, body) => accepts(headers, 'application/x-yaml')
    ? { status: 200, text: (0,yaml_dist/* stringify */.As)(body), headers: { 'content-type': 'application/x-yaml' } }
    : { status: 200, body };
const artefactRoutes = (artefacts) => [
    route('get', '/orgs/{orgId}/artefacts', 'org:member', ({ path, query }) => ({
        status: 200,
        body: artefacts.list(path.orgId, query),
    })),
    route('delete', '/orgs/{orgId}/artefacts/{artefactId}', 'org:administrator', ({ path }) => {
        artefacts.delete(path.orgId, path.artefactId);
        return { status: 204 };
    }),
    route('get', '/orgs/{orgId}/artefact-versions', 'org:member', ({ path, query }) => ({
        status: 200,
        body: artefacts.versions(path.orgId, query),
    })),
    route('post', '/orgs/{orgId}/artefact-versions', 'org:artefactContributor', (call) => {
        const { path, query, headers, body, caller } = call;
        const request = readRequest(body, headers['content-type']);
        const type = [setJson, setYaml].find((one) => accepts(headers, one));
        const set = type && setOf(request);
        const isDryRun = query.dry_run === true;
        if (isDryRun)
            artefacts.check(request, query);
        const version = isDryRun ? undefined : artefacts.register(path.orgId, request, query, caller);
        if (set) {
            const text = type === setJson ? JSON.stringify(set) : (0,yaml_dist/* stringify */.As)(set);
            return { status: 200, text, headers: { 'content-type': type } };
        }
        return version ? { status: 200, body: version } : { status: 204 };
    }),
    route('get', '/orgs/{orgId}/artefact-versions/{artefactVersionId}', 'org:member', ({ path }) => ({
        status: 200,
        body: artefacts.version(path.orgId, path.artefactVersionId),
    })),
    route('get', '/orgs/{orgId}/artefact-versions/{artefactVersionId}/workload-spec', 'org:member', (call) => {
        const { orgId, artefactVersionId } = call.path;
        return jsonOrYaml(call.headers, artefacts.workloadSpec(orgId, artefactVersionId));
    }),
    route('get', '/orgs/{orgId}/artefact-versions/{artefactVersionId}/workload-deployment-set', 'org:member', (call) => {
        const { orgId, artefactVersionId } = call.path;
        return jsonOrYaml(call.headers, artefacts.workloadSet(orgId, artefactVersionId));
    }),
    route('get', '/orgs/{orgId}/artefacts/{artefactId}/versions', 'org:member', ({ path, query }) => ({
        status: 200,
        body: artefacts.versionsOf(path.orgId, path.artefactId, query),
    })),
    route('patch', '/orgs/{orgId}/artefacts/{artefactId}/versions/{versionId}', 'org:artefactContributor', (call) => {
        const { path, body, caller } = call;
        const { orgId, artefactId, versionId } = path;
        return { status: 200, body: artefacts.archive(orgId, artefactId, versionId, body.archived, caller) };
    }),
];

;// CONCATENATED MODULE: ./build/orchestrator/cluster/model.js
const defaults = {
    pendingMs: 200,
    durationMs: 2000,
    readyAfterMs: 1000,
    teardownMs: 1000,
    workloads: {},
};
const imagesOf = (module) => {
    const containers = module.spec?.containers ?? {};
    return Object.values(containers).map((container) => container.image);
};
const failureOf = (name, module, envId, failure) => {
    if (!failure)
        return [];
    const { env, image, code = 'CLD-001', message, summary = `Workload '${name}' did not start` } = failure;
    if ((env !== undefined && env !== envId) || (image !== undefined && !imagesOf(module).includes(image)))
        return [];
    return [{ code, error_type: 'workload', message, object_id: name, scope: 'workload', summary }];
};
const createCluster = ({ store }) => {
    const settings = store.table('cluster');
    const behaviour = () => settings.get('', 'behaviour') ?? defaults;
    return {
        behaviour,
        behave: (change) => {
            const changed = { ...behaviour(), ...change };
            settings.delete('', 'behaviour');
            settings.insert('', 'behaviour', changed);
        },
        behaveByDefault: () => void settings.delete('', 'behaviour'),
        outcomeOf: (envId, modules) => {
            const { pendingMs, durationMs, readyAfterMs, workloads } = behaviour();
            const outcome = { pendingMs, durationMs, errors: [], readyAfterMs };
            for (const [name, module] of Object.entries(modules)) {
                const workload = Object.hasOwn(workloads, name) ? workloads[name] : undefined;
                if (!workload)
                    continue;
                outcome.durationMs = Math.max(outcome.durationMs, workload.durationMs ?? 0);
                outcome.readyAfterMs = Math.max(outcome.readyAfterMs, workload.readyAfterMs ?? 0);
                if (workload.neverReady !== undefined)
                    outcome.neverReady = `${name}: ${workload.neverReady}`;
                outcome.errors.push(...failureOf(name, module, envId, workload.fail));
            }
            return outcome;
        },
    };
};

// EXTERNAL MODULE: ./build/sets/merge.js
var merge = __webpack_require__(7844);
;// CONCATENATED MODULE: ./build/orchestrator/parts.js
const appScope = (orgId, appId) => `${orgId}/${appId}`;

;// CONCATENATED MODULE: ./build/orchestrator/deltas/model.js




const finish = (result) => completeDelta(content_valueOf(result, 'The changes do not go together'));
const touch = (metadata, caller, now) => {
    const { created_by, contributers = [] } = metadata;
    const isKnown = created_by === caller.id || contributers.includes(caller.id);
    return { ...metadata, last_modified_at: now, contributers: isKnown ? contributers : [...contributers, caller.id] };
};
const model_toResponse = ({ id, metadata, ...content }) => ({
    id,
    metadata,
    ...toPlainDelta(content),
});
const createDeltas = ({ store, scheduler, random }) => {
    const deltas = store.table('deltas');
    const record = (orgId, appId, id) => {
        const found = deltas.get(appScope(orgId, appId), id);
        if (found)
            return found;
        const body = `Delta '${id}' does not exist in application '${orgId}/${appId}'.`;
        throw new HttpError(404, body, { body });
    };
    const changeable = (orgId, appId, id) => {
        const found = record(orgId, appId, id);
        if (found.metadata.archived) {
            throw badRequest(`Delta '${id}' is archived and cannot be changed; take it out of the archive first.`);
        }
        return found;
    };
    const save = (orgId, appId, delta) => {
        deltas.update(appScope(orgId, appId), delta.id, delta);
        return model_toResponse(delta);
    };
    return {
        list: (orgId, appId, { archived = false, env }) => deltas
            .list(appScope(orgId, appId))
            .filter(({ metadata }) => metadata.archived === archived && (env === undefined || metadata.env_id === env))
            .map(model_toResponse),
        get: (orgId, appId, id) => model_toResponse(record(orgId, appId, id)),
        content: (orgId, appId, id) => deltas.get(appScope(orgId, appId), id),
        create: (orgId, appId, request, caller) => {
            const { env_id, name } = request.metadata ?? {};
            const now = scheduler.timestamp();
            const delta = {
                id: random.hex(20),
                metadata: {
                    created_by: caller.id,
                    created_at: now,
                    last_modified_at: now,
                    archived: false,
                    shared: false,
                    contributers: [],
                    ...(env_id === undefined ? {} : { env_id }),
                    ...(name === undefined ? {} : { name }),
                },
                ...finish((0,merge/* simplifyDelta */.y)(readDelta(request))),
            };
            deltas.insert(appScope(orgId, appId), delta.id, delta);
            return model_toResponse(delta);
        },
        replace: (orgId, appId, id, request, caller) => {
            const { metadata } = changeable(orgId, appId, id);
            const content = finish((0,merge/* simplifyDelta */.y)(readDelta(request)));
            save(orgId, appId, { id, metadata: touch(metadata, caller, scheduler.timestamp()), ...content });
        },
        merge: (orgId, appId, id, requests, caller) => {
            if (requests.length === 0)
                return model_toResponse(record(orgId, appId, id));
            const { metadata, ...base } = changeable(orgId, appId, id);
            const content = finish((0,merge/* mergeDeltas */.Y)(base, requests.map(readDelta)));
            return save(orgId, appId, { id, metadata: touch(metadata, caller, scheduler.timestamp()), ...content });
        },
        changeMetadata: (orgId, appId, id, change, caller) => {
            const found = change.archived === undefined ? changeable(orgId, appId, id) : record(orgId, appId, id);
            const metadata = { ...touch(found.metadata, caller, scheduler.timestamp()), ...change };
            save(orgId, appId, { ...found, metadata });
        },
        deployed: (orgId, appId, id) => {
            const found = record(orgId, appId, id);
            save(orgId, appId, { ...found, metadata: { ...found.metadata, archived: true } });
        },
        forgetApplication: (orgId, appId) => deltas.deleteAll(appScope(orgId, appId)),
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/deltas/routes.js

const deltaRoutes = (deltas) => [
    route('get', '/orgs/{orgId}/apps/{appId}/deltas', 'app:viewer', ({ path, query }) => ({
        status: 200,
        body: deltas.list(path.orgId, path.appId, query),
    })),
    route('post', '/orgs/{orgId}/apps/{appId}/deltas', 'app:developer', ({ path, body, caller }) => ({
        status: 200,
        body: deltas.create(path.orgId, path.appId, body, caller),
    })),
    route('get', '/orgs/{orgId}/apps/{appId}/deltas/{deltaId}', 'app:viewer', ({ path }) => ({
        status: 200,
        body: deltas.get(path.orgId, path.appId, path.deltaId),
    })),
    route('put', '/orgs/{orgId}/apps/{appId}/deltas/{deltaId}', 'app:developer', ({ path, body, caller }) => {
        deltas.replace(path.orgId, path.appId, path.deltaId, body, caller);
        return { status: 204 };
    }),
    route('patch', '/orgs/{orgId}/apps/{appId}/deltas/{deltaId}', 'app:developer', ({ path, body, caller }) => ({
        status: 200,
        body: deltas.merge(path.orgId, path.appId, path.deltaId, body, caller),
    })),
    route('put', '/orgs/{orgId}/apps/{appId}/deltas/{deltaId}/metadata/archived', 'app:developer', (call) => {
        const { path, body, caller } = call;
        deltas.changeMetadata(path.orgId, path.appId, path.deltaId, { archived: body }, caller);
        return { status: 204 };
    }),
    route('put', '/orgs/{orgId}/apps/{appId}/deltas/{deltaId}/metadata/env_id', 'app:developer', (call) => {
        const { path, body, caller } = call;
        deltas.changeMetadata(path.orgId, path.appId, path.deltaId, { env_id: body }, caller);
        return { status: 204 };
    }),
    route('put', '/orgs/{orgId}/apps/{appId}/deltas/{deltaId}/metadata/name', 'app:developer', (call) => {
        const { path, body, caller } = call;
        deltas.changeMetadata(path.orgId, path.appId, path.deltaId, { name: body }, caller);
        return { status: 204 };
    }),
];

// EXTERNAL MODULE: ./build/contract/status.js
var contract_status = __webpack_require__(9969);
// EXTERNAL MODULE: ./build/sets/hash.js
var hash = __webpack_require__(610);
;// CONCATENATED MODULE: ./build/orchestrator/deployments/model.js




const matchesRun = ({ pipeline }, pipelineRunId) => pipelineRunId === undefined || (pipeline !== undefined && pipelineRunId === `${pipeline.id},${pipeline.run_id}`);
const createDeployments = (parts, neighbours) => {
    const { store, scheduler, random } = parts;
    const records = store.table('deployments');
    const find = (orgId, appId, id) => records.get(appScope(orgId, appId), id);
    const require = ({ orgId, appId, envId }, id) => {
        const found = find(orgId, appId, id);
        if (found?.deployment.env_id !== envId)
            throw notFound('Deployment', id, `environment '${envId}'`);
        return found;
    };
    const active = (place) => {
        const { last_deploy_id } = neighbours.environment(place);
        const last = last_deploy_id === undefined ? undefined : find(place.orgId, place.appId, last_deploy_id)?.deployment;
        return last && (0,contract_status/* isActiveDeployment */.Ib)(last) ? last : undefined;
    };
    const chooseSet = ({ orgId, appId }, base, { delta_id, set_id }) => {
        const baseSet = base?.set_id ?? hash/* emptySetId */.Nx;
        if (delta_id)
            return neighbours.applyDelta(orgId, appId, baseSet, delta_id);
        if (!set_id)
            return baseSet;
        neighbours.requireSet(orgId, appId, set_id);
        return set_id;
    };
    const move = (place, id, status) => {
        const record = find(place.orgId, place.appId, id);
        if (!record || !(0,contract_status/* isActiveDeployment */.Ib)(record.deployment))
            return undefined;
        const deployment = { ...record.deployment, status, status_changed_at: scheduler.timestamp() };
        const ended = (0,contract_status/* isActiveDeployment */.Ib)(deployment) ? {} : { endedAt: scheduler.now() };
        records.update(appScope(place.orgId, place.appId), id, { ...record, deployment, ...ended });
        return deployment;
    };
    scheduler.on('deployment.begins', ({ place, id }) => {
        move(place, id, 'in progress');
    });
    scheduler.on('deployment.ends', ({ place, id }) => {
        const errors = find(place.orgId, place.appId, id)?.outcome.errors ?? [];
        const deployment = move(place, id, errors.length > 0 ? 'failed' : 'succeeded');
        if (deployment)
            neighbours.ended(place, deployment);
    });
    const forget = (orgId, appId, keep) => {
        const scope = appScope(orgId, appId);
        for (const { deployment } of records.list(scope))
            if (!keep(deployment))
                records.delete(scope, deployment.id);
    };
    return {
        list: ({ orgId, appId, envId }, { pipelineRunId }) => records
            .list(appScope(orgId, appId), 'newest-first')
            .map(({ deployment }) => deployment)
            .filter((deployment) => deployment.env_id === envId && matchesRun(deployment, pipelineRunId)),
        get: (place, id) => require(place, id).deployment,
        errors: (place, id) => {
            const { deployment, outcome } = require(place, id);
            return deployment.status === 'failed' ? outcome.errors : [];
        },
        find: (orgId, appId, id) => find(orgId, appId, id)?.deployment,
        active,
        create: (place, request, caller) => {
            const { orgId, appId, envId } = place;
            const environment = neighbours.environment(place);
            neighbours.mayDeploy(caller, { ...place, envType: environment.type });
            const busy = active(place);
            if (busy)
                throw conflict(`Environment '${envId}' has an active deployment, '${busy.id}'.`);
            const base = environment.from_deploy_id ? find(orgId, appId, environment.from_deploy_id)?.deployment : undefined;
            const set_id = chooseSet(place, base, request);
            const outcome = neighbours.outcomeOf(envId, neighbours.modulesOf(orgId, appId, set_id));
            const now = scheduler.timestamp();
            const { comment = '', delta_id, value_set_version_id, mode, pipeline } = request;
            const deployment = {
                id: random.hex(8),
                env_id: envId,
                from_id: base?.id ?? '',
                set_id,
                comment,
                created_at: now,
                created_by: caller.id,
                status: 'pending',
                status_changed_at: now,
                export_file: '',
                export_status: '',
                ...(delta_id ? { delta_id } : {}),
                ...(value_set_version_id ? { value_set_version_id } : {}),
                ...(mode ? { mode } : {}),
                ...(pipeline ? { pipeline: readReference(pipeline) } : {}),
            };
            records.insert(appScope(orgId, appId), deployment.id, { deployment, outcome });
            neighbours.started(place, deployment);
            if (delta_id)
                neighbours.deltaDeployed(orgId, appId, delta_id);
            const begins = scheduler.now() + outcome.pendingMs;
            scheduler.schedule('deployment.begins', begins, { place, id: deployment.id });
            scheduler.schedule('deployment.ends', begins + outcome.durationMs, { place, id: deployment.id });
            return deployment;
        },
        readiness: (place) => {
            const { last_deploy_id } = neighbours.environment(place);
            const last = last_deploy_id === undefined ? undefined : find(place.orgId, place.appId, last_deploy_id);
            if (!last)
                return { problem: `Environment '${place.envId}' has never been deployed.` };
            if (last.endedAt === undefined)
                return undefined;
            if (last.deployment.status === 'failed')
                return { problem: `Deployment '${last.deployment.id}' failed.` };
            const { neverReady, readyAfterMs } = last.outcome;
            return neverReady === undefined ? { readyAt: last.endedAt + readyAfterMs } : { problem: neverReady };
        },
        forgetEnvironment: (orgId, appId, envId) => forget(orgId, appId, ({ id, env_id }) => env_id !== envId || neighbours.isBase(orgId, appId, id)),
        forgetApplication: (orgId, appId) => records.deleteAll(appScope(orgId, appId)),
    };
};
const readReference = ({ id, run_id, job_id, step_index }) => {
    if (id === undefined || run_id === undefined || job_id === undefined || step_index === undefined) {
        throw badRequest('pipeline needs id, run_id, job_id and step_index.');
    }
    return { id, run_id, job_id, step_index };
};

;// CONCATENATED MODULE: ./build/orchestrator/deployments/routes.js

const deploymentRoutes = (deployments) => [
    route('get', '/orgs/{orgId}/apps/{appId}/envs/{envId}/deploys', 'app:viewer', ({ path, query }) => ({
        status: 200,
        body: deployments.list(path, query),
    })),
    route('post', '/orgs/{orgId}/apps/{appId}/envs/{envId}/deploys', 'app:developer', ({ path, body, caller }) => ({
        status: 201,
        body: deployments.create(path, body, caller),
    })),
    route('get', '/orgs/{orgId}/apps/{appId}/envs/{envId}/deploys/{deployId}', 'app:viewer', ({ path }) => ({
        status: 200,
        body: deployments.get(path, path.deployId),
    })),
    route('get', '/orgs/{orgId}/apps/{appId}/envs/{envId}/deploys/{deployId}/errors', 'app:viewer', ({ path }) => ({
        status: 200,
        body: deployments.errors(path, path.deployId),
    })),
];

;// CONCATENATED MODULE: ./build/orchestrator/environment-types/model.js

const createEnvironmentTypes = ({ store }, { environmentsOfType }) => {
    const types = store.table('environment-types');
    const get = (orgId, id) => {
        const found = types.get(orgId, id);
        if (!found)
            throw notFound('Environment type', id, `organization '${orgId}'`);
        return found;
    };
    return {
        list: (orgId) => types.list(orgId),
        get,
        exists: (orgId, id) => types.get(orgId, id) !== undefined,
        create: (orgId, { id, description = '' }) => {
            if (types.get(orgId, id))
                throw conflict(`Environment type '${id}' exists already in organization '${orgId}'.`);
            const type = { id, description };
            types.insert(orgId, id, type);
            return type;
        },
        delete: (orgId, id) => {
            get(orgId, id);
            const users = environmentsOfType(orgId, id);
            if (users.length > 0)
                throw new HttpError(409, `Environment type '${id}' is in use.`, { body: users });
            types.delete(orgId, id);
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/environment-types/routes.js

const environmentTypeRoutes = (types) => [
    route('get', '/orgs/{orgId}/env-types', 'org:member', ({ path }) => ({ status: 200, body: types.list(path.orgId) })),
    route('post', '/orgs/{orgId}/env-types', 'org:administrator', ({ path, body }) => ({
        status: 201,
        body: types.create(path.orgId, body),
    })),
    route('get', '/orgs/{orgId}/env-types/{envTypeId}', 'org:member', ({ path }) => ({
        status: 200,
        body: types.get(path.orgId, path.envTypeId),
    })),
    route('delete', '/orgs/{orgId}/env-types/{envTypeId}', 'org:administrator', ({ path }) => {
        types.delete(path.orgId, path.envTypeId);
        return { status: 204 };
    }),
];

;// CONCATENATED MODULE: ./build/orchestrator/environments/model.js


const createEnvironments = ({ store, scheduler }, neighbours) => {
    const environments = store.table('environments');
    const record = (orgId, appId, id) => {
        const found = environments.get(appScope(orgId, appId), id);
        if (!found)
            throw notFound('Environment', id, `application '${orgId}/${appId}'`);
        return found;
    };
    const change = (orgId, appId, id, part) => environments.update(appScope(orgId, appId), id, { ...record(orgId, appId, id), ...part });
    const toResponse = (orgId, appId, { from_deploy_id, last_deploy_id, ...rest }) => {
        const from = from_deploy_id && neighbours.deployment(orgId, appId, from_deploy_id);
        const last = last_deploy_id && neighbours.deployment(orgId, appId, last_deploy_id);
        return { ...rest, ...(from ? { from_deploy: from } : {}), ...(last ? { last_deploy: last } : {}) };
    };
    const typeOf = (orgId, appId, { type }, source) => type ?? (source && environments.get(appScope(orgId, appId), source.env_id)?.type) ?? 'development';
    const remove = (orgId, appId, id) => {
        environments.delete(appScope(orgId, appId), id);
        neighbours.forgetEnvironment(orgId, appId, id);
    };
    scheduler.on('environment.deleted', ({ orgId, appId, id }) => {
        if (environments.get(appScope(orgId, appId), id))
            remove(orgId, appId, id);
    });
    return {
        record,
        list: (orgId, appId) => environments.list(appScope(orgId, appId)).map((each) => toResponse(orgId, appId, each)),
        get: (orgId, appId, id) => toResponse(orgId, appId, record(orgId, appId, id)),
        exists: (orgId, appId, id) => environments.get(appScope(orgId, appId), id) !== undefined,
        create: (orgId, appId, definition, caller) => {
            const { id, name, from_deploy_id } = definition;
            if (environments.get(appScope(orgId, appId), id)) {
                throw conflict(`Environment '${id}' exists already in application '${orgId}/${appId}'.`);
            }
            const source = from_deploy_id ? neighbours.deployment(orgId, appId, from_deploy_id) : undefined;
            if (from_deploy_id && !source) {
                throw badRequest(`from_deploy_id '${from_deploy_id}' is not a deployment of application '${orgId}/${appId}'.`);
            }
            const type = typeOf(orgId, appId, definition, source);
            if (!neighbours.typeExists(orgId, type)) {
                throw badRequest(`Environment type '${type}' does not exist in organization '${orgId}'.`);
            }
            const now = scheduler.timestamp();
            const environment = {
                id,
                name,
                type,
                created_at: now,
                created_by: caller.id,
                status: 'active',
                status_changed_at: now,
                ...(source ? { from_deploy_id: source.id } : {}),
            };
            environments.insert(appScope(orgId, appId), id, environment);
            return toResponse(orgId, appId, environment);
        },
        rebase: (orgId, appId, id, deploymentId) => {
            record(orgId, appId, id);
            if (!neighbours.deployment(orgId, appId, deploymentId)) {
                throw badRequest(`'${deploymentId}' is not a deployment of application '${orgId}/${appId}'.`);
            }
            change(orgId, appId, id, { from_deploy_id: deploymentId });
        },
        deployed: (orgId, appId, id, deploymentId) => change(orgId, appId, id, { from_deploy_id: deploymentId, last_deploy_id: deploymentId }),
        delete: (orgId, appId, id) => {
            const { status } = record(orgId, appId, id);
            if (status === 'deleting')
                return 'deleting';
            if (environments.list(appScope(orgId, appId)).filter((each) => each.status === 'active').length === 1) {
                throw badRequest(`'${id}' is the last environment of application '${orgId}/${appId}' and cannot be deleted.`);
            }
            if (neighbours.hasActiveDeployment(orgId, appId, id)) {
                throw conflict(`Environment '${id}' has an active deployment; wait for its end.`);
            }
            if (!neighbours.hasActiveResources(orgId, appId, id)) {
                remove(orgId, appId, id);
                return 'deleted';
            }
            change(orgId, appId, id, { status: 'deleting', status_changed_at: scheduler.timestamp() });
            scheduler.schedule('environment.deleted', scheduler.now() + neighbours.teardownMs(), { orgId, appId, id });
            return 'deleting';
        },
        ofType: (orgId, type) => {
            const found = [];
            for (const app of store.table('applications').list(orgId)) {
                for (const each of environments.list(appScope(orgId, app.id))) {
                    if (each.type === type)
                        found.push({ app_id: app.id, env_id: each.id });
                }
            }
            return found;
        },
        isBase: (orgId, appId, deploymentId) => environments.list(appScope(orgId, appId)).some((each) => each.from_deploy_id === deploymentId),
        forgetApplication: (orgId, appId) => environments.deleteAll(appScope(orgId, appId)),
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/environments/routes.js

const environmentRoutes = (environments) => [
    route('get', '/orgs/{orgId}/apps/{appId}/envs', 'app:viewer', ({ path }) => ({
        status: 200,
        body: environments.list(path.orgId, path.appId),
    })),
    route('post', '/orgs/{orgId}/apps/{appId}/envs', 'app:developer', ({ path, body, caller }) => ({
        status: 201,
        body: environments.create(path.orgId, path.appId, body, caller),
    })),
    route('get', '/orgs/{orgId}/apps/{appId}/envs/{envId}', 'app:viewer', ({ path }) => ({
        status: 200,
        body: environments.get(path.orgId, path.appId, path.envId),
    })),
    route('delete', '/orgs/{orgId}/apps/{appId}/envs/{envId}', 'app:developer', ({ path }) => ({
        status: environments.delete(path.orgId, path.appId, path.envId) === 'deleted' ? 204 : 202,
    })),
    route('put', '/orgs/{orgId}/apps/{appId}/envs/{envId}/from_deploy_id', 'app:developer', ({ path, body }) => {
        environments.rebase(path.orgId, path.appId, path.envId, body);
        return { status: 204 };
    }),
];

;// CONCATENATED MODULE: ./build/orchestrator/pages.js

const defaultPageSize = 50;
const encode = (place) => Buffer.from(String(place)).toString('base64url');
const pages_placeOf = (token) => {
    if (token === undefined)
        return undefined;
    const place = Buffer.from(token, 'base64url').toString('utf8');
    if (!/^\d{1,15}$/.test(place))
        throw badRequest(`query parameter 'page' must be a token of a 'next' link`);
    return Number(place);
};
const toPage = (rows, { query, url, keep = () => true }) => {
    const size = query.per_page ?? defaultPageSize;
    const body = [];
    let last = 0;
    for (const { place, value } of rows) {
        if (!keep(value))
            continue;
        if (body.length === size) {
            const next = new URL(url);
            next.searchParams.set('page', encode(last));
            return { body, headers: { link: `<${next.href}>; rel="next"` } };
        }
        body.push(value);
        last = place;
    }
    return { body, headers: {} };
};

;// CONCATENATED MODULE: ./build/orchestrator/approvals/lifecycle.js
const transitions = {
    waiting: ['approved', 'denied', 'cancelled'],
    approved: [],
    denied: [],
    cancelled: [],
};
const mayBecome = (from, to) => transitions[from].includes(to);

;// CONCATENATED MODULE: ./build/orchestrator/approvals/model.js




const createApprovals = (parts, neighbours) => {
    const { store, scheduler, random } = parts;
    const approvals = store.table('approvals');
    const require = ({ orgId, appId, pipelineId, runId, jobId, approvalId }) => {
        const found = approvals.get(appScope(orgId, appId), approvalId);
        if (found?.pipeline_id !== pipelineId || found.run_id !== runId || found.job_id !== jobId) {
            throw notFound('Approval', approvalId, `job '${jobId}' of run '${runId}'`);
        }
        return found;
    };
    const save = (approval) => approvals.update(appScope(approval.org_id, approval.app_id), approval.id, approval);
    return {
        list: ({ orgId, appId }, query, url) => {
            const { pipeline, run, status } = query;
            const from = pages_placeOf(query.page);
            const newest = { scope: appScope(orgId, appId), order: 'newest-first' };
            return toPage(approvals.scan({ ...newest, ...(from === undefined ? {} : { from }) }), {
                query,
                url,
                keep: (each) => (pipeline === undefined || pipeline.includes(each.pipeline_id)) &&
                    (run === undefined || run.includes(each.run_id)) &&
                    (status === undefined || status === each.status),
            });
        },
        get: require,
        decide: (place, decision, caller) => {
            const approval = require(place);
            const { orgId, appId } = place;
            neighbours.mayDeploy(caller, { orgId, appId, envId: approval.env_id });
            if (!mayBecome(approval.status, decision)) {
                throw badRequest(`Approval '${approval.id}' is ${approval.status} already.`);
            }
            const decided = {
                ...approval,
                status: decision,
                approved_by: caller.id,
                approved_at: scheduler.timestamp(),
            };
            save(decided);
            neighbours.decided(decided, caller);
            return decided;
        },
        ask: (asked) => {
            const approval = {
                ...asked,
                id: random.uuid(),
                created_at: scheduler.timestamp(),
                status: 'waiting',
            };
            approvals.insert(appScope(approval.org_id, approval.app_id), approval.id, approval);
            return approval;
        },
        cancel: (orgId, appId, id) => {
            const approval = approvals.get(appScope(orgId, appId), id);
            if (approval && mayBecome(approval.status, 'cancelled'))
                save({ ...approval, status: 'cancelled' });
        },
        forgetRun: (orgId, appId, runId) => {
            const scope = appScope(orgId, appId);
            for (const each of approvals.list(scope))
                if (each.run_id === runId)
                    approvals.delete(scope, each.id);
        },
        forgetApplication: (orgId, appId) => approvals.deleteAll(appScope(orgId, appId)),
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/approvals/routes.js

const onePath = '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/jobs/{jobId}/approvals/{approvalId}';
const approvalRoutes = (approvals) => [
    route('get', '/orgs/{orgId}/apps/{appId}/approvals', 'app:viewer', ({ path, query, url }) => ({
        status: 200,
        ...approvals.list(path, query, url),
    })),
    route('get', onePath, 'app:viewer', ({ path }) => ({ status: 200, body: approvals.get(path) })),
    route('post', `${onePath}/approve`, 'app:viewer', ({ path, caller }) => ({
        status: 200,
        body: approvals.decide(path, 'approved', caller),
    })),
    route('post', `${onePath}/deny`, 'app:viewer', ({ path, caller }) => ({
        status: 200,
        body: approvals.decide(path, 'denied', caller),
    })),
];

;// CONCATENATED MODULE: ./build/orchestrator/criteria/model.js



const normalised = ({ trigger, env_type, env_id, deployment_type }) => ({
    trigger,
    ...(env_type && env_type !== '*' ? { env_type } : {}),
    ...(env_id && env_id !== '*' ? { env_id } : {}),
    ...(deployment_type
        ? { deployment_type: deployment_type === 'redeploy' ? 're-deploy' : deployment_type }
        : {}),
});
const compared = ['trigger', 'env_type', 'env_id', 'deployment_type'];
const isSame = (one, other) => compared.every((key) => one[key] === other[key]);
const fits = (criteria, { envId, envType, deploymentType }) => (criteria.env_id ?? envId) === envId &&
    (criteria.env_type ?? envType) === envType &&
    (criteria.deployment_type ?? deploymentType) === deploymentType;
const specificity = ({ env_id, env_type, deployment_type }) => (env_id === undefined ? 0 : 4) + (env_type === undefined ? 0 : 2) + (deployment_type === undefined ? 0 : 1);
const matchable = new Set(['trigger', 'app_id', 'env_type', 'env_id', 'deployment_type']);
const readMatch = (match = {}) => {
    for (const key of Object.keys(match)) {
        if (!matchable.has(key))
            throw badRequest(`match[${key}]: criteria have ${[...matchable].join(', ')}.`);
    }
    const wanted = { ...match, ...(match['deployment_type'] === 'redeploy' ? { deployment_type: 're-deploy' } : {}) };
    return (criteria) => Object.entries(wanted).every(([key, value]) => (criteria[key] ?? '*') === value);
};
const createCriteria = ({ store, random }, neighbours) => {
    const table = store.table('pipeline-criteria');
    const complete = (orgId, appId, criteria) => {
        const { name } = neighbours.pipeline({ orgId, appId, pipelineId: criteria.pipeline_id });
        return { ...criteria, pipeline_name: name };
    };
    const list = (orgId, appId) => table.list(appScope(orgId, appId)).map((each) => complete(orgId, appId, each));
    const require = ({ orgId, appId, pipelineId }, id) => {
        const found = table.get(appScope(orgId, appId), id);
        if (found?.pipeline_id !== pipelineId)
            throw notFound('Criteria', id, `pipeline '${pipelineId}'`);
        return complete(orgId, appId, found);
    };
    function* rows(orgId, appId, from) {
        const all = [...table.scan({ scope: appScope(orgId, appId), ...(from === undefined ? {} : { from }) })];
        for (const { place, value } of all)
            yield { place, value: complete(orgId, appId, value) };
    }
    return {
        list: ({ orgId, appId }, query, url) => {
            const matches = readMatch(query.match);
            const keep = (each) => (query.pipeline === undefined || each.pipeline_id === query.pipeline) && matches(each);
            return toPage(rows(orgId, appId, pages_placeOf(query.page)), { query, url, keep });
        },
        get: require,
        create: (place, request) => {
            const { orgId, appId, pipelineId } = place;
            const pipeline = neighbours.pipeline(place);
            if (request.app_id !== undefined && request.app_id !== appId) {
                throw badRequest(`app_id may only be '${appId}', the application of the pipeline, not '${request.app_id}'.`);
            }
            if (!pipeline.trigger_types.includes(request.trigger)) {
                throw badRequest(`Pipeline '${pipelineId}' has no trigger '${request.trigger}' for criteria to start.`);
            }
            const wanted = normalised(request);
            const same = list(orgId, appId).find((each) => isSame(each, wanted));
            if (same)
                throw conflict(`Pipeline '${same.pipeline_id}' has the same criteria already, '${same.id}'.`);
            const criteria = { ...wanted, id: random.uuid(), pipeline_id: pipelineId, app_id: appId };
            table.insert(appScope(orgId, appId), criteria.id, criteria);
            return complete(orgId, appId, criteria);
        },
        delete: (place, id) => {
            require(place, id);
            table.delete(appScope(place.orgId, place.appId), id);
        },
        match: (orgId, appId, request) => list(orgId, appId)
            .filter((each) => fits(each, request))
            .toSorted((one, other) => specificity(other) - specificity(one))[0]?.pipeline_id,
        has: ({ orgId, appId, pipelineId }) => table.list(appScope(orgId, appId)).some((each) => each.pipeline_id === pipelineId),
        forgetPipeline: ({ orgId, appId, pipelineId }) => {
            const scope = appScope(orgId, appId);
            for (const each of table.list(scope))
                if (each.pipeline_id === pipelineId)
                    table.delete(scope, each.id);
        },
        forgetApplication: (orgId, appId) => table.deleteAll(appScope(orgId, appId)),
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/criteria/routes.js

const criteriaRoutes = (criteria) => [
    route('get', '/orgs/{orgId}/apps/{appId}/pipeline-criteria', 'app:viewer', ({ path, query, url }) => ({
        status: 200,
        ...criteria.list(path, query, url),
    })),
    route('post', '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/criteria', 'app:developer', ({ path, body }) => ({
        status: 201,
        body: criteria.create(path, body),
    })),
    route('get', '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/criteria/{criteriaId}', 'app:viewer', ({ path }) => ({
        status: 200,
        body: criteria.get(path, path.criteriaId),
    })),
    route('delete', '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/criteria/{criteriaId}', 'app:developer', ({ path }) => {
        criteria.delete(path, path.criteriaId);
        return { status: 204 };
    }),
];

;// CONCATENATED MODULE: ./build/orchestrator/runs/lifecycle.js
const ended = { succeeded: [], failed: [], cancelled: [], skipped: [] };
const lifecycle_transitions = {
    run: { queued: ['executing', 'cancelled'], executing: ['succeeded', 'failed', 'cancelled'], ...ended },
    job: {
        queued: ['executing', 'failed', 'cancelled', 'skipped'],
        executing: ['succeeded', 'failed', 'cancelled'],
        ...ended,
    },
    step: {
        queued: ['executing', 'failed', 'cancelled', 'skipped'],
        executing: ['succeeded', 'failed', 'cancelled'],
        ...ended,
    },
};
const cancellation = {
    queued: 'ends',
    executing: 'asked',
    cancelled: 'done',
    succeeded: 'refused',
    failed: 'refused',
    skipped: 'refused',
};
const statusOf = (one) => one.status;
const hasEnded = (one) => lifecycle_transitions.job[statusOf(one)].length === 0;
const move = (kind, one, to, { at, message = '' }) => {
    const allowed = lifecycle_transitions[kind][statusOf(one)];
    if (!allowed.includes(to))
        throw new Error(`a ${kind} cannot go from ${one.status} to ${to}`);
    return { ...one, status: to, status_message: message, ...(hasEnded({ status: to }) ? { completed_at: at } : {}) };
};

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/orchestrator/runs/records.js



const refOf = ({ run }) => ({
    orgId: run.org_id,
    appId: run.app_id,
    pipelineId: run.pipeline_id,
    runId: run.id,
});
const visible = ({ job, steps }) => ({ job, steps: steps.map(({ step }) => step) });
const pipelineScope = ({ orgId, appId, pipelineId }) => `${appScope(orgId, appId)}/${pipelineId}`;
const runScope = (ref) => `${pipelineScope(ref)}/${ref.runId}`;
const stepScope = (ref, jobId, index) => `${runScope(ref)}/${jobId}/${index}`;
const createRunRecords = ({ store, scheduler, random }) => {
    const runs = store.table('runs');
    const active = store.table('active-runs');
    const jobs = store.table('jobs');
    const logs = store.table('step-logs');
    const newEtag = () => ({ etag: random.hex(8) });
    const remove = (ref) => {
        for (const { job, steps } of jobs.list(runScope(ref))) {
            for (const { step } of steps)
                logs.deleteAll(stepScope(ref, job.id, step.index));
        }
        jobs.deleteAll(runScope(ref));
        active.delete(pipelineScope(ref), ref.runId);
        runs.delete(pipelineScope(ref), ref.runId);
    };
    return {
        run: (ref) => runs.get(pipelineScope(ref), ref.runId),
        insert: (record, jobRecords) => {
            const ref = refOf(record);
            runs.insert(pipelineScope(ref), ref.runId, record);
            active.insert(pipelineScope(ref), ref.runId, { runId: ref.runId });
            for (const each of jobRecords)
                jobs.insert(runScope(ref), each.job.id, each);
        },
        saveRun: (record) => {
            const ref = refOf(record);
            const isSame = (0,external_node_util_.isDeepStrictEqual)(runs.get(pipelineScope(ref), ref.runId)?.run, record.run);
            runs.update(pipelineScope(ref), ref.runId, isSame ? record : { ...record, run: { ...record.run, ...newEtag() } });
            if (hasEnded(record.run))
                active.delete(pipelineScope(ref), ref.runId);
        },
        job: (ref, jobId) => jobs.get(runScope(ref), jobId),
        jobs: (ref) => jobs.list(runScope(ref)),
        saveJob: (ref, record) => {
            const { id } = record.job;
            const before = jobs.get(runScope(ref), id);
            const isSame = before !== undefined && (0,external_node_util_.isDeepStrictEqual)(visible(before), visible(record));
            const job = isSame ? record.job : { ...record.job, ...newEtag(), updated_at: scheduler.timestamp() };
            jobs.update(runScope(ref), id, { ...record, job });
        },
        log: (ref, jobId, index, level, message) => {
            const line = { at: scheduler.timestamp(), level, message };
            logs.insert(stepScope(ref, jobId, index), random.uuid(), line);
        },
        hasActive: (pipeline) => {
            for (const _ of active.scan({ scope: pipelineScope(pipeline) }))
                return true;
            return false;
        },
        scanRuns: (orgId, pipeline, from) => runs.scan({
            scope: pipeline ? pipelineScope(pipeline) : orgId,
            within: pipeline === undefined,
            order: 'newest-first',
            ...(from === undefined ? {} : { from }),
        }),
        scanJobs: (ref, from) => jobs.scan({ scope: runScope(ref), ...(from === undefined ? {} : { from }) }),
        scanLogs: (ref, jobId, index, from) => logs.scan({ scope: stepScope(ref, jobId, index), ...(from === undefined ? {} : { from }) }),
        remove,
        ofApplication: (orgId, appId) => [...runs.scan({ scope: appScope(orgId, appId), within: true })].map(({ value }) => value),
        ofPipeline: (pipeline) => runs.list(pipelineScope(pipeline)),
    };
};
function* mapRows(rows, change) {
    for (const { place, value } of rows)
        yield { place, value: change(value) };
}

;// CONCATENATED MODULE: ./build/orchestrator/engine/execution.js
const inOrder = (jobs) => {
    const byId = new Map(jobs.map((job) => [job.id, job]));
    const ordered = new Set();
    for (const start of jobs) {
        const open = [start];
        for (let top = open.at(-1); top; top = open.at(-1)) {
            const missing = top.needs.flatMap((id) => byId.get(id) ?? []).find((job) => !ordered.has(job));
            if (missing)
                open.push(missing);
            else {
                ordered.add(top);
                open.pop();
            }
        }
    }
    return [...ordered];
};
const deadlineOf = ({ record: { run } }, job, index) => {
    const step = job.steps[index];
    const started = { run: Date.parse(run.executing_at ?? run.created_at), job: job.startedAt, step: step?.startedAt };
    const seconds = { run: run.timeout_seconds, job: job.job.timeout_seconds, step: step?.step.timeout_seconds };
    let first = { of: 'run', at: started.run + seconds.run * 1000, seconds: seconds.run };
    for (const part of ['job', 'step']) {
        const limit = seconds[part];
        const from = started[part];
        if (limit === undefined || from === undefined)
            continue;
        if (from + limit * 1000 < first.at)
            first = { of: part, at: from + limit * 1000, seconds: limit };
    }
    return first;
};
const minutesOf = ({ seconds }) => {
    const minutes = Math.round(seconds / 60);
    return minutes === 1 ? '1 minute' : `${minutes} minutes`;
};

;// CONCATENATED MODULE: ./build/orchestrator/engine/expressions/expression-error.js
class ExpressionError extends Error {
    name = 'ExpressionError';
    offset;
    found;
    expected;
    constructor(problem) {
        super(problem.message ?? `expected ${problem.expected}, found ${problem.found}`);
        this.offset = problem.offset;
        this.found = problem.found;
        this.expected = problem.expected;
    }
}

;// CONCATENATED MODULE: ./build/orchestrator/engine/expressions/values.js
const isList = (value) => Array.isArray(value);
const isTruthy = (value) => value !== '' && Boolean(value);
const toText = (value) => {
    if (value === null)
        return '';
    if (typeof value === 'object')
        return isList(value) ? 'Array' : 'Object';
    return value === 0 ? '0' : String(value);
};
const toNumber = (value) => (typeof value === 'object' && value !== null ? NaN : Number(value));
const foldCase = (text) => text
    .split('ı')
    .map((part) => part.toUpperCase())
    .join('ı');
const looselyEquals = (left, right) => {
    if (typeof left === 'string' && typeof right === 'string')
        return foldCase(left) === foldCase(right);
    if (left === null && right === null)
        return true;
    if (typeof left === 'object' && left !== null && typeof right === 'object' && right !== null)
        return left === right;
    return toNumber(left) === toNumber(right);
};
const isLess = (left, right) => {
    if (typeof left === 'string' && typeof right === 'string')
        return foldCase(left) < foldCase(right);
    if (left === null && right === null)
        return false;
    return toNumber(left) < toNumber(right);
};
const asValue = (given) => {
    switch (typeof given) {
        case 'boolean':
        case 'number':
        case 'string':
            return given;
        case 'object':
            return given;
        default:
            return null;
    }
};
const MAX_NESTING = 100;
const isTooDeep = (value, allowed = MAX_NESTING) => {
    if (typeof value !== 'object' || value === null)
        return false;
    return allowed === 0 || Object.values(value).some((item) => isTooDeep(asValue(item), allowed - 1));
};

;// CONCATENATED MODULE: ./build/orchestrator/engine/expressions/functions.js

const isPlain = (value) => typeof value !== 'object' || value === null;
const textTest = (test) => ([text = null, part = null], spend) => {
    if (!isPlain(text) || !isPlain(part))
        return false;
    const [whole, piece] = [foldCase(toText(text)), foldCase(toText(part))];
    spend(whole.length + piece.length);
    return test(whole, piece);
};
const textContains = textTest((text, part) => text.includes(part));
const contains = (given, spend, refuse) => {
    const [search = null, item = null] = given;
    if (!isList(search))
        return textContains(given, spend, refuse);
    return search.some((candidate) => {
        spend(1 + toText(candidate).length + toText(item).length);
        return looselyEquals(candidate, item);
    });
};
const join = ([list = null, separator = ','], spend) => {
    if (!isList(list))
        return isPlain(list) ? toText(list) : '';
    const between = isPlain(separator) ? toText(separator) : ',';
    const texts = list.map((item) => {
        const text = toText(item);
        spend(1 + text.length + between.length);
        return text;
    });
    return texts.join(between);
};
const formatParts = /\{\{|\}\}|\{(\d+)\}|[{}]/g;
const format = ([pattern = null, ...values], spend, refuse) => {
    const text = toText(pattern);
    spend(text.length);
    return text.replaceAll(formatParts, (part, place, offset) => {
        if (part === '{{' || part === '}}')
            return part.charAt(0);
        if (place === undefined)
            throw refuse(`'${part}' at character ${offset + 1}`, `{0}, {1}, … or a doubled brace in the text`);
        if (Number(place) >= values.length)
            throw refuse(`${part} and ${values.length} values`, 'a value for every place');
        const value = toText(values[Number(place)]);
        spend(value.length);
        return value;
    });
};
const toJson = ([value = null], spend, refuse) => {
    if (isTooDeep(value))
        throw refuse('lists and maps nested too deeply', 'fewer levels');
    const text = JSON.stringify(value, null, 2);
    spend(text.length);
    return text;
};
const fromJson = ([value = null], spend, refuse) => {
    const text = toText(value);
    spend(text.length);
    let parsed;
    try {
        parsed = JSON.parse(text);
    }
    catch {
        throw refuse(text.trim() === '' ? 'nothing' : 'text that is not JSON', 'JSON');
    }
    if (isTooDeep(parsed))
        throw refuse('lists and maps nested too deeply', 'fewer levels');
    return parsed;
};
const functions = new Map([
    ['contains', { minArguments: 2, maxArguments: 2, call: contains }],
    ['startswith', { minArguments: 2, maxArguments: 2, call: textTest((text, part) => text.startsWith(part)) }],
    ['endswith', { minArguments: 2, maxArguments: 2, call: textTest((text, part) => text.endsWith(part)) }],
    ['format', { minArguments: 1, maxArguments: 255, call: format }],
    ['join', { minArguments: 1, maxArguments: 2, call: join }],
    ['tojson', { minArguments: 1, maxArguments: 1, call: toJson }],
    ['fromjson', { minArguments: 1, maxArguments: 1, call: fromJson }],
]);
const statusChecks = ['success', 'failure', 'cancelled', 'always'];
const isStatusCheck = (name) => statusChecks.includes(name);

;// CONCATENATED MODULE: ./build/orchestrator/engine/expressions/evaluate.js



const MAX_COST = 4 * 1024 * 1024;
const createSpend = () => {
    let left = MAX_COST;
    return (cost) => {
        left -= cost;
        if (left < 0)
            throw new ExpressionError({
                offset: 0,
                found: 'an expression that makes too much text',
                expected: `at most ${MAX_COST} characters and items`,
            });
    };
};
const evaluate = (expression, scope, spend = createSpend()) => {
    const valueOf = (part) => evaluate(part, scope, spend);
    spend(1);
    switch (expression.kind) {
        case 'literal':
            return expression.value;
        case 'context':
            return Object.hasOwn(scope.contexts, expression.name) ? asValue(scope.contexts[expression.name]) : null;
        case 'access':
            return walk(valueOf(expression.target), expression.path, valueOf, spend);
        case 'not':
            return !isTruthy(valueOf(expression.operand));
        case 'logical':
            return firstDecisive(expression, valueOf);
        case 'comparison':
            return expression.rest.reduce((left, { operator, right }) => compare(left, operator, valueOf(right), spend), valueOf(expression.left));
        case 'call':
            return call(expression, scope, spend);
    }
};
const holds = (condition, scope) => isTruthy(evaluate(condition, scope));
const firstDecisive = ({ operator, operands }, valueOf) => {
    let value = null;
    for (const operand of operands) {
        value = valueOf(operand);
        if (isTruthy(value) === (operator === '||'))
            break;
    }
    return value;
};
const compare = (left, operator, right, spend) => {
    if (typeof left === 'string' && typeof right === 'string')
        spend(left.length + right.length);
    switch (operator) {
        case '==':
            return looselyEquals(left, right);
        case '!=':
            return !looselyEquals(left, right);
        case '<':
            return isLess(left, right);
        case '<=':
            return isLess(left, right) || looselyEquals(left, right);
        case '>':
            return isLess(right, left);
        case '>=':
            return isLess(right, left) || looselyEquals(left, right);
    }
};
const walk = (target, path, valueOf, spend) => {
    let value = target;
    let filtered = false;
    for (const step of path) {
        const index = step.kind === 'index' ? valueOf(step.index) : null;
        const reach = (from) => {
            spend(1);
            return step.kind === 'member' ? own(from, step.name) : at(from, index);
        };
        if (step.kind === 'wildcard')
            value = filtered ? value.flatMap(items) : items(value);
        else if (filtered)
            value = value.map(reach).filter((item) => item !== undefined);
        else
            value = reach(value) ?? null;
        filtered ||= step.kind === 'wildcard';
        if (filtered)
            spend(value.length);
    }
    return value;
};
const own = (value, name) => typeof value === 'object' && value !== null && !isList(value) && Object.hasOwn(value, name)
    ? asValue(value[name])
    : undefined;
const at = (value, index) => {
    if (!isList(value))
        return typeof index === 'object' ? undefined : own(value, toText(index));
    const position = Math.floor(toNumber(index));
    return value[position];
};
const items = (value) => typeof value === 'object' && value !== null ? Object.values(value).map(asValue) : [];
const call = ({ name, arguments: given, offset }, scope, spend) => {
    if (isStatusCheck(name)) {
        if (name === 'always')
            return true;
        if (scope.status)
            return scope.status[name];
        throw new ExpressionError({ offset, found: `${name}()`, expected: 'status checks in an if only' });
    }
    const known = functions.get(name);
    if (!known)
        throw new ExpressionError({ offset, found: `the function ${name}`, expected: 'a known function' });
    const values = given.map((argument) => evaluate(argument, scope, spend));
    return known.call(values, spend, (found, expected) => {
        const message = `${name}() was given ${found}; expected ${expected}`;
        return new ExpressionError({ offset, found, expected, message });
    });
};

;// CONCATENATED MODULE: ./build/orchestrator/engine/expressions/ast.js
const someNode = (expression, matches) => matches(expression) || children(expression).some((child) => someNode(child, matches));
const children = (expression) => {
    switch (expression.kind) {
        case 'literal':
        case 'context':
            return [];
        case 'access':
            return [expression.target, ...expression.path.flatMap((step) => (step.kind === 'index' ? [step.index] : []))];
        case 'not':
            return [expression.operand];
        case 'logical':
            return expression.operands;
        case 'comparison':
            return [expression.left, ...expression.rest.map(({ right }) => right)];
        case 'call':
            return expression.arguments;
    }
};

;// CONCATENATED MODULE: ./build/orchestrator/engine/closest.js
const MAX_LENGTH = 40;
const distance = (from, to) => {
    let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
    for (let row = 1; row <= from.length; row += 1) {
        const current = [row];
        for (let column = 1; column <= to.length; column += 1) {
            const replaced = previous[column - 1] + (from[row - 1] === to[column - 1] ? 0 : 1);
            current.push(Math.min(replaced, previous[column] + 1, current[column - 1] + 1));
        }
        previous = current;
    }
    return previous[to.length];
};
const closest = (word, choices) => {
    if (word.length > MAX_LENGTH)
        return undefined;
    const plain = (text) => text.toLowerCase().replaceAll(/[-_]/g, '');
    let best;
    for (const choice of choices) {
        if (choice.length > MAX_LENGTH)
            continue;
        const changes = distance(plain(word), plain(choice));
        if (changes <= Math.floor(choice.length / 3) && (best === undefined || changes < best.changes))
            best = { choice, changes };
    }
    return best?.choice;
};
const didYouMean = (word, choices) => {
    const choice = closest(word, choices);
    return choice === undefined ? '' : ` (did you mean '${choice}'?)`;
};

;// CONCATENATED MODULE: ./build/orchestrator/engine/quote.js
const quote_MAX_LENGTH = 60;
const quote = (text) => {
    const line = text.slice(0, quote_MAX_LENGTH).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ');
    return text.length > quote_MAX_LENGTH ? `'${line}…'` : `'${line}'`;
};

;// CONCATENATED MODULE: ./build/orchestrator/engine/expressions/lexer.js


const lexer_MAX_LENGTH = 21_000;
const whitespace = /\s+/y;
const numberLike = /[+-]?\.?\d[\w.+-]*/y;
const number = /^(?:0x[0-9a-f]+|0o[0-7]+|[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)$/i;
const string = /'([^']*(?:''[^']*)*)'/y;
const lexer_name = /[a-z_][\w-]*/iy;
const symbol = /&&|\|\||[=!<>]=|[!<>()[\],.*]/y;
const word = /[^\s()[\],'!<>=&|]+|[\s\S]/y;
const foundAt = (text, offset) => {
    word.lastIndex = offset;
    return quote(word.exec(text)?.[0] ?? '');
};
const expectedAt = (text, offset) => {
    const rest = text.slice(offset, offset + 3);
    if (rest.startsWith("'"))
        return "the ' that ends the text";
    if (rest.startsWith('"'))
        return "text in single quotes ('…')";
    if (rest === '${{')
        return 'one expression, with ${{ }} around the whole of it only';
    if (rest.startsWith('='))
        return '==';
    if (rest.startsWith('&'))
        return '&&';
    if (rest.startsWith('|'))
        return '||';
    return 'a value, a name or an operator';
};
const endsValue = (token) => token?.kind === 'name' || (token?.kind === 'symbol' && [')', ']', '*'].includes(token.text));
const readTokens = (source, base = 0) => {
    if (source.length > lexer_MAX_LENGTH)
        throw new ExpressionError({
            offset: base,
            found: `${source.length} characters`,
            expected: `an expression of at most ${lexer_MAX_LENGTH} characters`,
        });
    const tokens = [];
    let position = 0;
    const take = (pattern) => {
        pattern.lastIndex = position;
        const match = pattern.exec(source);
        position += match?.[0].length ?? 0;
        return match;
    };
    const next = () => {
        const start = position;
        const offset = base + start;
        const afterDot = source[start] === '.' && endsValue(tokens.at(-1));
        let match = afterDot ? null : take(numberLike);
        if (match && number.test(match[0]))
            return { kind: 'number', value: Number(match[0]), offset };
        position = start;
        if ((match = take(string)))
            return { kind: 'string', value: match[1].replaceAll("''", "'"), offset };
        if ((match = take(lexer_name)))
            return { kind: 'name', text: match[0], offset };
        if ((match = take(symbol)))
            return { kind: 'symbol', text: match[0], offset };
        throw new ExpressionError({ offset, found: foundAt(source, start), expected: expectedAt(source, start) });
    };
    for (;;) {
        take(whitespace);
        if (position === source.length)
            return [...tokens, { kind: 'end', offset: base + position }];
        tokens.push(next());
    }
};

;// CONCATENATED MODULE: ./build/orchestrator/engine/expressions/parser.js





const parser_MAX_NESTING = 50;
const keywords = new Map([
    ['null', null],
    ['true', true],
    ['false', false],
    ['NaN', NaN],
    ['Infinity', Infinity],
]);
const parser_describe = (token) => {
    switch (token.kind) {
        case 'end':
            return 'the end of the expression';
        case 'number':
            return `the number ${token.value}`;
        case 'string':
            return `the text ${quote(token.value)}`;
        default:
            return quote(token.text);
    }
};
class Parser {
    #tokens;
    #vocabulary;
    #position = 0;
    #nesting = 0;
    constructor(tokens, vocabulary) {
        this.#tokens = tokens;
        this.#vocabulary = vocabulary;
    }
    whole() {
        const expression = this.#or();
        if (this.#next.kind !== 'end')
            throw this.#unexpected('an operator or the end of the expression');
        return expression;
    }
    get #next() {
        return this.#tokens[this.#position];
    }
    #unexpected(expected) {
        return new ExpressionError({ offset: this.#next.offset, found: parser_describe(this.#next), expected });
    }
    #take(...symbols) {
        const token = this.#next;
        const taken = token.kind === 'symbol' ? symbols.find((symbol) => symbol === token.text) : undefined;
        if (taken !== undefined)
            this.#position += 1;
        return taken;
    }
    #require(symbol) {
        if (this.#take(symbol) === undefined)
            throw this.#unexpected(quote(symbol));
    }
    #nested(parse) {
        if (this.#nesting === parser_MAX_NESTING)
            throw this.#unexpected(`an expression nested at most ${parser_MAX_NESTING} deep`);
        this.#nesting += 1;
        const result = parse();
        this.#nesting -= 1;
        return result;
    }
    #or() {
        return this.#logical('||', () => this.#logical('&&', () => this.#equality()));
    }
    #logical(operator, parseOperand) {
        const { offset } = this.#next;
        const operands = [parseOperand()];
        while (this.#take(operator))
            operands.push(parseOperand());
        return operands.length === 1 ? operands[0] : { kind: 'logical', operator, operands, offset };
    }
    #equality() {
        return this.#comparison(['==', '!='], () => this.#comparison(['<', '<=', '>', '>='], () => this.#unary()));
    }
    #comparison(operators, parseOperand) {
        const { offset } = this.#next;
        const left = parseOperand();
        const rest = [];
        for (let operator = this.#take(...operators); operator; operator = this.#take(...operators))
            rest.push({ operator, right: parseOperand() });
        return rest.length === 0 ? left : { kind: 'comparison', left, rest, offset };
    }
    #unary() {
        const { offset } = this.#next;
        if (!this.#take('!'))
            return this.#access();
        return { kind: 'not', operand: this.#nested(() => this.#unary()), offset };
    }
    #access() {
        const { offset } = this.#next;
        const target = this.#primary();
        const path = [];
        for (let symbol = this.#take('.', '['); symbol; symbol = this.#take('.', '['))
            path.push(symbol === '.' ? this.#member() : this.#index());
        return path.length === 0 ? target : { kind: 'access', target, path, offset };
    }
    #member() {
        if (this.#take('*'))
            return { kind: 'wildcard' };
        const token = this.#next;
        if (token.kind !== 'name')
            throw this.#unexpected("the name of a member or '*'");
        this.#position += 1;
        return { kind: 'member', name: token.text };
    }
    #index() {
        const wildcard = this.#take('*') !== undefined;
        const index = wildcard ? undefined : this.#nested(() => this.#or());
        this.#require(']');
        return index === undefined ? { kind: 'wildcard' } : { kind: 'index', index };
    }
    #primary() {
        const token = this.#next;
        if (this.#take('(')) {
            const inner = this.#nested(() => this.#or());
            this.#require(')');
            return inner;
        }
        if (token.kind === 'symbol' || token.kind === 'end')
            throw this.#unexpected('a value');
        this.#position += 1;
        if (token.kind !== 'name')
            return { kind: 'literal', value: token.value, offset: token.offset };
        if (this.#take('('))
            return this.#call(token.text, token.offset);
        const keyword = keywords.get(token.text);
        if (keyword !== undefined)
            return { kind: 'literal', value: keyword, offset: token.offset };
        this.#checkContext(token.text, token.offset);
        return { kind: 'context', name: token.text, offset: token.offset };
    }
    #call(written, offset) {
        const name = written.toLowerCase();
        const most = this.#mostArguments(written, offset);
        const given = [];
        if (!this.#take(')')) {
            do
                given.push(this.#nested(() => this.#or()));
            while (this.#take(','));
            this.#require(')');
        }
        const least = functions.get(name)?.minArguments ?? 0;
        if (given.length < least || given.length > most)
            throw new ExpressionError({
                offset,
                found: `${given.length} arguments for ${written}()`,
                expected: least === most ? `${least}` : `${least} to ${most}`,
            });
        return { kind: 'call', name, arguments: given, offset };
    }
    #mostArguments(written, offset) {
        const name = written.toLowerCase();
        const known = functions.get(name);
        if (known)
            return known.maxArguments;
        const statusAllowed = this.#vocabulary?.statusChecks ?? true;
        if (isStatusCheck(name)) {
            if (statusAllowed)
                return 0;
            throw new ExpressionError({ offset, found: `${written}()`, expected: 'status checks in an if only' });
        }
        const names = [...functions.keys(), ...(statusAllowed ? statusChecks : [])];
        throw new ExpressionError({
            offset,
            found: `the function ${quote(written)}`,
            expected: `one of ${names.join(', ')}${didYouMean(written, names)}`,
        });
    }
    #checkContext(name, offset) {
        const contexts = this.#vocabulary?.contexts;
        if (contexts === undefined || contexts.includes(name))
            return;
        throw new ExpressionError({
            offset,
            found: `the name ${quote(name)}`,
            expected: `one of ${contexts.join(', ')}${didYouMean(name, contexts)}`,
        });
    }
}
const parseExpression = (source, vocabulary, base = 0) => new Parser(readTokens(source, base), vocabulary).whole();

;// CONCATENATED MODULE: ./build/orchestrator/engine/expressions/template.js






const OPEN = '${{';
const CLOSE = '}}';
const inside = /(?:[^'}]+|'[^']*'|\}(?!\}))*/y;
const parseTemplate = (text, vocabulary) => {
    const parts = [];
    let position = 0;
    for (let open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, position)) {
        if (open > position)
            parts.push(text.slice(position, open));
        const start = open + OPEN.length;
        inside.lastIndex = start;
        const source = inside.exec(text)[0];
        const end = start + source.length;
        if (!text.startsWith(CLOSE, end))
            throw unclosed(text, start, vocabulary);
        parts.push(parseExpression(source, vocabulary, start));
        position = end + CLOSE.length;
    }
    if (parts.length === 0)
        return { kind: 'literal', value: text };
    if (position < text.length)
        parts.push(text.slice(position));
    const [only] = parts;
    return parts.length === 1 && typeof only === 'object'
        ? { kind: 'expression', expression: only }
        : { kind: 'text', parts };
};
const unclosed = (text, start, vocabulary) => {
    try {
        parseExpression(text.slice(start), vocabulary, start);
    }
    catch (error) {
        if (error instanceof ExpressionError && error.expected.includes("' that ends"))
            return error;
    }
    return new ExpressionError({ offset: start - OPEN.length, found: OPEN, expected: `${CLOSE} after the expression` });
};
const successCondition = { kind: 'call', name: 'success', arguments: [], offset: 0 };
const onSuccess = (condition) => ({
    kind: 'logical',
    operator: '&&',
    operands: [successCondition, condition],
    offset: condition.offset,
});
const plainCondition = (value) => onSuccess({ kind: 'literal', value, offset: 0 });
const parseCondition = (text, vocabulary) => {
    const condition = parseBareCondition(text, vocabulary);
    const mentionsStatus = someNode(condition, (node) => node.kind === 'call' && isStatusCheck(node.name));
    return mentionsStatus ? condition : onSuccess(condition);
};
const parseBareCondition = (text, vocabulary) => {
    const trimmed = text.trim();
    const base = text.length - text.trimStart().length;
    if (!trimmed.startsWith(OPEN))
        return parseExpression(trimmed, vocabulary, base);
    const template = parseTemplate(text.trimEnd(), vocabulary);
    const parts = template.kind === 'text' ? template.parts.filter((part) => part !== text.slice(0, base)) : [];
    if (template.kind === 'expression')
        return template.expression;
    if (parts.length === 1 && typeof parts[0] === 'object')
        return parts[0];
    throw new ExpressionError({
        offset: base,
        found: 'text around ${{ }}',
        expected: 'one expression that is the whole if',
    });
};
const fillTemplate = (template, scope, spend = createSpend()) => {
    switch (template.kind) {
        case 'literal':
            return template.value;
        case 'expression':
            return evaluate(template.expression, scope, spend);
        case 'text':
            return template.parts.map((part) => fillPart(part, scope, spend)).join('');
        case 'list':
            return template.items.map((item) => fillTemplate(item, scope, spend));
        case 'map':
            return Object.fromEntries(template.entries.map(([key, value]) => [key, fillTemplate(value, scope, spend)]));
    }
};
const fillPart = (part, scope, spend) => {
    const text = typeof part === 'string' ? part : toText(evaluate(part, scope, spend));
    spend(text.length);
    return text;
};

;// CONCATENATED MODULE: ./build/orchestrator/engine/scopes.js

const hasFailed = (definition, status) => status === 'failed' && definition?.continueOnError !== true;
const runContexts = ({ record: { run } }) => ({
    inputs: run.inputs,
    pipeline: { id: run.pipeline_id, app: { id: run.app_id }, org: { id: run.org_id } },
    app: { values: {} },
});
const scopes_runScope = (execution) => ({ contexts: runContexts(execution) });
const needsOf = ({ jobs }, { needs }) => Object.fromEntries(needs.map((id) => {
    const needed = jobs.get(id);
    return [id, { status: needed?.job.status ?? null, outputs: needed?.outputs ?? {} }];
}));
const ancestors = ({ definition }, job) => {
    const byId = new Map(definition.jobs.map((each) => [each.id, each]));
    const found = new Set();
    const open = [...job.needs];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
        const ancestor = byId.get(id);
        if (!ancestor || found.has(ancestor))
            continue;
        found.add(ancestor);
        open.push(...ancestor.needs);
    }
    return [...found];
};
const areNeedsMet = ({ jobs }, { needs }) => needs.every((id) => hasEnded(jobs.get(id)?.job ?? { status: 'queued' }));
const jobScope = (execution, job) => {
    const { jobs, definition, record } = execution;
    const statusOf = (id) => jobs.get(id)?.job.status;
    const isFine = (id) => {
        const status = statusOf(id);
        const needed = definition.jobs.find((each) => each.id === id);
        return status === 'succeeded' || (status === 'failed' && !hasFailed(needed, status));
    };
    const cancelled = record.cancelReason !== undefined;
    return {
        contexts: { ...runContexts(execution), needs: needsOf(execution, job) },
        status: {
            success: !cancelled && job.needs.every(isFine),
            failure: ancestors(execution, job).some((each) => hasFailed(each, statusOf(each.id))),
            cancelled,
        },
    };
};
const scopes_stepScope = (execution, job) => {
    const records = execution.jobs.get(job.id)?.steps ?? [];
    const seen = (each) => records[each.index];
    const named = job.steps.filter((each) => each.id !== undefined);
    const steps = Object.fromEntries(named.map((each) => [each.id, { status: seen(each)?.step.status ?? null, outputs: seen(each)?.outputs ?? {} }]));
    const cancelled = execution.record.cancelReason !== undefined;
    const failure = job.steps.some((each) => hasFailed(each, seen(each)?.step.status));
    return {
        contexts: { ...runContexts(execution), needs: needsOf(execution, job), steps },
        status: { success: !failure && !cancelled, failure, cancelled },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/engine/job-runner.js






const createJobRunner = ({ scheduler }, steps) => {
    const endJob = (execution, job, status, message = '') => {
        for (const record of job.steps) {
            if (hasEnded(record.step))
                continue;
            steps.end(execution, job, record, status === 'cancelled' ? 'cancelled' : 'skipped');
        }
        job.job = move('job', job.job, status, { at: scheduler.timestamp(), message });
    };
    const skipReason = (execution, { needs }) => {
        const [culprit] = needs.flatMap((id) => {
            const status = execution.jobs.get(id)?.job.status;
            return status === 'succeeded' ? [] : [`job '${id}' ended as ${status}`];
        });
        return culprit === undefined ? 'Its condition does not hold.' : `Not begun: ${culprit}.`;
    };
    const begin = (execution, definition, job) => {
        const { cancelReason } = execution.record;
        try {
            if (holds(definition.if, jobScope(execution, definition))) {
                job.startedAt = scheduler.now();
                job.job = move('job', job.job, 'executing', { at: scheduler.timestamp() });
            }
            else if (cancelReason !== undefined)
                endJob(execution, job, 'cancelled', cancelReason);
            else
                endJob(execution, job, 'skipped', skipReason(execution, definition));
        }
        catch (error) {
            if (!(error instanceof ExpressionError))
                throw error;
            endJob(execution, job, 'failed', `if: ${error.message}`);
        }
    };
    const readOutputs = (execution, definition) => {
        const scope = scopes_stepScope(execution, definition);
        const spend = createSpend();
        const outputs = Object.entries(definition.outputs);
        return Object.fromEntries(outputs.map(([name, template]) => [name, fillTemplate(template, scope, spend)]));
    };
    const finish = (execution, definition, job) => {
        const stepsOf = job.steps.map(({ step }, index) => ({ step, definition: definition.steps[index] }));
        try {
            job.outputs = readOutputs(execution, definition);
        }
        catch (error) {
            if (!(error instanceof ExpressionError))
                throw error;
            return endJob(execution, job, 'failed', `outputs: ${error.message}`);
        }
        const { cancelReason } = execution.record;
        if (cancelReason !== undefined && stepsOf.some(({ step }) => step.status === 'cancelled')) {
            return endJob(execution, job, 'cancelled', cancelReason);
        }
        const culprit = stepsOf.find(({ step, definition: of }) => hasFailed(of, step.status))?.step;
        if (!culprit)
            return endJob(execution, job, 'succeeded');
        endJob(execution, job, 'failed', `Step '${culprit.name}' failed: ${culprit.status_message}`);
    };
    const runSteps = (execution, definition, job) => {
        for (const step of definition.steps) {
            if (steps.waiting(job))
                return;
            if (!hasEnded(job.steps[step.index].step))
                steps.begin(execution, definition, step, job);
        }
        if (!steps.waiting(job))
            finish(execution, definition, job);
    };
    const definitionOf = (execution, jobId, index) => {
        const job = execution.definition.jobs.find(({ id }) => id === jobId);
        const step = job?.steps[index];
        if (!job || !step)
            throw new Error(`run '${execution.ref.runId}' has no step ${index} in job '${jobId}'`);
        return step;
    };
    return {
        advance: (execution) => {
            for (const definition of inOrder(execution.definition.jobs)) {
                const job = execution.jobs.get(definition.id);
                if (hasEnded(job.job) || steps.waiting(job) || !areNeedsMet(execution, definition))
                    continue;
                execution.changed.add(definition.id);
                if (job.job.status === 'queued')
                    begin(execution, definition, job);
                if (job.job.status === 'executing')
                    runSteps(execution, definition, job);
            }
        },
        resume: (execution, jobId, index, signal) => {
            const job = execution.jobs.get(jobId);
            if (!job?.steps[index]?.wait)
                return;
            execution.changed.add(jobId);
            steps.resume(execution, definitionOf(execution, jobId, index), job, signal);
        },
        cancel: (execution, reason) => {
            for (const [id, job] of execution.jobs) {
                if (hasEnded(job.job))
                    continue;
                execution.changed.add(id);
                job.job.cancellation_requested_at = scheduler.timestamp();
                const waiting = steps.waiting(job);
                if (waiting) {
                    const definition = definitionOf(execution, id, waiting.step.index);
                    steps.interrupt(execution, definition, job, { as: 'cancelled', message: reason });
                }
                if (execution.record.run.status === 'queued')
                    endJob(execution, job, 'cancelled', reason);
            }
        },
        timeOut: (execution, jobId, index, { of, reason }) => {
            const job = execution.jobs.get(jobId);
            if (!job)
                return;
            execution.changed.add(jobId);
            const message = `${reason} while waiting for ${job.job.waiting_for}`;
            steps.interrupt(execution, definitionOf(execution, jobId, index), job, { as: 'failed', message });
            if (of === 'job')
                endJob(execution, job, 'failed', `${message}.`);
        },
        outcome: ({ record, definition, jobs, }) => {
            if (record.cancelReason !== undefined)
                return { status: 'cancelled', message: record.cancelReason };
            const culprit = definition.jobs.find((job) => hasFailed(job, jobs.get(job.id)?.job.status));
            if (!culprit)
                return { status: 'succeeded', message: '' };
            return { status: 'failed', message: `Job '${culprit.id}' failed: ${jobs.get(culprit.id)?.job.status_message}` };
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/engine/new-run.js



const newRun = ({ scheduler, random }, { request, pipeline, definition, runAs }) => {
    const { inputs, caller, trigger } = request;
    const envId = trigger === 'deployment_request' ? inputs['env_id'] : undefined;
    const run = {
        id: random.uuid(),
        etag: random.hex(8),
        org_id: pipeline.org_id,
        app_id: pipeline.app_id,
        env_ids: typeof envId === 'string' ? [envId] : [],
        pipeline_id: pipeline.id,
        pipeline_version: pipeline.version,
        status: 'queued',
        status_message: '',
        created_at: scheduler.timestamp(),
        created_by: caller.id,
        timeout_seconds: definition.timeoutMinutes * 60,
        trigger,
        inputs,
        run_as: definition.permissions === 'inherit' ? caller.id : runAs,
        waiting_for: {},
    };
    const { concurrency } = definition;
    const group = concurrency ? toText(fillTemplate(concurrency.group, scopes_runScope({ record: { run } }))) : '';
    return { run: group === '' ? run : { ...run, concurrency_group: group } };
};
const newJobs = ({ random }, run, { jobs, timeoutMinutes }) => jobs.map((job) => {
    const jobMinutes = job.timeoutMinutes ?? timeoutMinutes;
    const steps = job.steps.map(({ index, name, uses, timeoutMinutes: stepMinutes = jobMinutes }) => ({
        step: {
            index,
            name,
            uses: `actions/humanitec/${uses.action}@${uses.version}`,
            status: 'queued',
            status_message: '',
            created_at: run.created_at,
            timeout_seconds: stepMinutes * 60,
            related_entities: {},
        },
        outputs: {},
    }));
    return {
        job: {
            id: job.id,
            name: job.name,
            etag: random.hex(8),
            org_id: run.org_id,
            app_id: run.app_id,
            pipeline_id: run.pipeline_id,
            pipeline_version: run.pipeline_version,
            run_id: run.id,
            status: 'queued',
            status_message: '',
            created_at: run.created_at,
            updated_at: run.created_at,
            timeout_seconds: jobMinutes * 60,
        },
        steps,
        outputs: {},
    };
});

;// CONCATENATED MODULE: ./build/orchestrator/engine/identity.js


const identityOf = (run, { permissions, name }, user) => {
    if (permissions === 'inherit') {
        const starter = user(run.run_as);
        if (!starter)
            throw forbidden(`User '${run.run_as}', with whose rights the run goes on, does not exist any more.`);
        return starter;
    }
    const { org_id: orgId, app_id: appId } = run;
    const roles = permissions === undefined
        ? { [orgPath(orgId)]: 'administrator' }
        : {
            [orgPath(orgId)]: 'member',
            ...(permissions.application ? { [appPath(orgId, appId)]: permissions.application } : {}),
            ...Object.fromEntries(Object.entries(permissions.environmentTypes).map(([type, role]) => [envTypePath(orgId, type), role])),
        };
    return {
        id: run.run_as,
        name: `Pipeline ${name}`,
        type: 'service',
        created_at: run.created_at,
        properties: {},
        roles,
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/engine/definition/actions.js
const environment = { type: 'text', required: true, description: 'Environment id' };
const actions = {
    apply: {
        description: 'Applies a delta to the current set of an environment; gives set_id',
        inputs: { env_id: environment, delta_id: { type: 'text', required: true, description: 'Delta to apply' } },
    },
    deploy: {
        description: 'Deploys a set to an environment and waits for the end; gives deployment_id',
        inputs: {
            env_id: environment,
            set_id: { type: 'text', required: true, description: 'Set to deploy' },
            value_set_version_id: { type: 'text', description: 'Values to deploy with; the current ones by default' },
            message: { type: 'text', description: 'Comment of the deployment' },
            comment: { type: 'text', description: 'The same as message' },
        },
    },
    'create-delta': {
        description: 'Makes a delta from artefact versions; gives delta_id',
        inputs: {
            env_id: environment,
            workload_artefacts: { type: 'list', description: 'Ids of versions of workload artefacts' },
            container_artefacts: { type: 'list', description: 'Ids of versions of container artefacts' },
        },
        oneOf: ['workload_artefacts', 'container_artefacts'],
    },
    clone: {
        description: 'Takes the set of one environment for use in another; gives set_id',
        inputs: {
            from_env_id: { type: 'text', required: true, description: 'Environment to take the set from' },
            to_env_id: { type: 'text', required: true, description: 'Environment the set is meant for' },
            from_deployment_id: { type: 'text', description: 'Deployment to take the set from; the last one by default' },
        },
    },
    approve: {
        description: 'Asks for an approval and waits for it',
        inputs: {
            env_id: { type: 'text', description: 'Environment whose deployers may approve' },
            environment: { type: 'text', description: 'Older name of env_id' },
            message: { type: 'text', description: 'What is asked' },
        },
        oneOf: ['env_id', 'environment'],
    },
    'wait-for-readiness': {
        description: 'Waits until all workloads of an environment are ready',
        inputs: {
            env_id: environment,
            timeout_minutes: { type: 'number', description: 'How long to wait before failing' },
        },
    },
    http: {
        description: 'Sends an HTTP request',
        inputs: {
            method: { type: 'text', required: true, description: 'GET, POST, …' },
            url: { type: 'text', required: true, description: 'Where to' },
            headers: { type: 'map', description: 'Header names and values' },
            data: { type: 'any', description: 'Body of the request' },
        },
    },
    'github-workflow': {
        description: 'Starts a GitHub Actions workflow and waits for its end',
        inputs: {
            repo: { type: 'text', required: true, description: 'owner/name' },
            ref: { type: 'text', required: true, description: 'Branch or tag' },
            workflow: { type: 'text', required: true, description: 'Path of the workflow file' },
            access_token: { type: 'text', required: true, description: 'Token that may start workflows' },
            inputs: { type: 'map', description: 'Inputs of the workflow' },
            request_uid_input: { type: 'text', description: 'Input that receives an id to find the run by' },
        },
    },
    log: {
        description: 'Writes a line to the log of the step',
        inputs: { message: { type: 'text', required: true, description: 'What to write' } },
    },
    fail: {
        description: 'Fails the step',
        inputs: { message: { type: 'text', description: 'Why' } },
    },
};
const actionNames = Object.keys(actions);
const isActionName = (name) => Object.hasOwn(actions, name);
const actionOf = (name) => actions[name];
const usesPattern = '^(?:native://)?actions/humanitec/([a-z0-9-]+)(?:@(v[0-9]+))?$';
const usesExpected = 'actions/humanitec/<name>@v1';

;// CONCATENATED MODULE: ./build/orchestrator/engine/step-inputs.js





const isEmpty = (value) => value === undefined || value === null || value === '';
const step_inputs_fits = (value, type) => {
    const isMap = typeof value === 'object' && value !== null && !isList(value);
    switch (type) {
        case 'text':
            return typeof value !== 'object';
        case 'number':
            return (typeof value === 'number' || typeof value === 'string') && Number.isFinite(Number(value));
        case 'list':
            return isList(value);
        case 'map':
            return isMap;
        case 'any':
            return true;
    }
};
const described = {
    text: 'text',
    number: 'a number',
    list: 'a list',
    map: 'a map',
    any: 'a value',
};
const problemsOf = (name, values) => {
    const { inputs, oneOf } = actionOf(name);
    const problems = Object.entries(inputs).flatMap(([key, { type, required }]) => {
        const value = values[key];
        if (value === undefined || isEmpty(value))
            return required ? [`${key} is empty`] : [];
        return step_inputs_fits(value, type) ? [] : [`${key} is not ${described[type]}`];
    });
    if (oneOf && oneOf.every((key) => isEmpty(values[key])))
        problems.push(`${oneOf.join(' and ')} are empty`);
    return problems;
};
const readStepInputs = ({ uses, with: templates }, scope) => {
    const spend = createSpend();
    const filled = {};
    for (const [key, template] of Object.entries(templates)) {
        try {
            filled[key] = fillTemplate(template, scope, spend);
        }
        catch (error) {
            if (!(error instanceof ExpressionError))
                throw error;
            return { problem: `with.${key}: ${error.message}` };
        }
    }
    const problems = problemsOf(uses.action, filled);
    if (problems.length > 0)
        return { problem: `${uses.action}: ${problems.join('; ')}` };
    return { inputs: Object.fromEntries(Object.entries(filled).filter(([, value]) => !isEmpty(value))) };
};

;// CONCATENATED MODULE: ./build/orchestrator/engine/steps/action.js

const waitingAction = (action) => ({ waits: true, ...action });
const action_textOf = (inputs, name) => {
    const value = inputs[name];
    return value === undefined || value === null ? undefined : toText(value);
};
const requiredText = (inputs, name) => action_textOf(inputs, name) ?? '';

;// CONCATENATED MODULE: ./build/orchestrator/engine/steps/apply.js

const createApply = (neighbours) => ({
    waits: false,
    start: (call, inputs) => {
        const { orgId, appId } = call;
        const envId = requiredText(inputs, 'env_id');
        const deltaId = requiredText(inputs, 'delta_id');
        const base = neighbours.baseSet({ orgId, appId, envId });
        call.log(`Applying delta ${deltaId} to set ${base}, which ${envId} builds on`);
        const setId = neighbours.applyDelta(orgId, appId, base, deltaId);
        call.relate({ env_id: envId, delta_id: deltaId, set_id: setId });
        call.log(`Created set ${setId}`);
        return { kind: 'succeeded', outputs: { set_id: setId } };
    },
});

;// CONCATENATED MODULE: ./build/orchestrator/engine/steps/approve.js

const createApprove = (neighbours) => {
    const start = (call, inputs) => {
        const { orgId, appId, run, jobId } = call;
        const envId = action_textOf(inputs, 'env_id') ?? action_textOf(inputs, 'environment') ?? '';
        const { type } = neighbours.environment({ orgId, appId, envId });
        const message = action_textOf(inputs, 'message') ?? `Deploy to ${envId}?`;
        const { id } = neighbours.approvals.ask({
            org_id: orgId,
            app_id: appId,
            pipeline_id: run.pipeline_id,
            run_id: run.id,
            job_id: jobId,
            env_id: envId,
            message,
        });
        call.relate({ env_id: envId, approval_id: id });
        call.log(`Asking for an approval: ${message}`);
        call.log(`Waiting for somebody who may deploy to ${envId} (environment type ${type})`);
        return {
            kind: 'waiting',
            waitingFor: `application.pipeline.approval(${id})`,
            on: `approval/${id}`,
            state: { approvalId: id },
        };
    };
    return waitingAction({
        start,
        resume: (call, state, signal) => {
            if (signal.kind !== 'approval')
                throw new Error(`approval '${state.approvalId}' was woken by ${signal.kind}`);
            const { approval, decidedBy } = signal;
            if (approval.status === 'denied')
                return { kind: 'failed', message: `Denied by ${decidedBy}` };
            call.log(`Approved by ${decidedBy}`);
            return { kind: 'succeeded' };
        },
        interrupted: ({ orgId, appId }, { approvalId }) => neighbours.approvals.cancel(orgId, appId, approvalId),
    });
};

;// CONCATENATED MODULE: ./build/orchestrator/engine/steps/clone.js

const createClone = ({ environment, deployments }) => {
    const sourceOf = ({ orgId, appId }, fromId, given) => {
        const { last_deploy_id } = environment({ orgId, appId, envId: fromId });
        const id = given ?? last_deploy_id;
        if (id === undefined)
            return `Nothing was ever deployed to '${fromId}', so there is nothing to clone`;
        const found = deployments.find(orgId, appId, id);
        return found?.env_id === fromId ? found : `Deployment '${id}' does not exist in environment '${fromId}'`;
    };
    return {
        waits: false,
        start: (call, inputs) => {
            const { orgId, appId } = call;
            const fromId = requiredText(inputs, 'from_env_id');
            const toId = requiredText(inputs, 'to_env_id');
            environment({ orgId, appId, envId: toId });
            const source = sourceOf(call, fromId, action_textOf(inputs, 'from_deployment_id'));
            if (typeof source === 'string')
                return { kind: 'failed', message: source };
            const { id, set_id, status } = source;
            if (status !== 'succeeded')
                call.log(`Deployment ${id} has not succeeded: it is ${status}`, 'warning');
            call.relate({ env_id: toId, set_id });
            call.log(`Took set ${set_id} of deployment ${id} to ${fromId}, for ${toId}`);
            return { kind: 'succeeded', outputs: { set_id } };
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/engine/steps/images.js

const imageName = (image) => {
    const [tagged = ''] = image.split('@', 1);
    const colon = tagged.indexOf(':', tagged.lastIndexOf('/') + 1);
    return colon < 0 ? tagged : tagged.slice(0, colon);
};
const imageOf = ({ name, version, digest }) => {
    if (!version && !digest)
        return undefined;
    return `${name}${version ? `:${version}` : ''}${digest ? `@${digest}` : ''}`;
};
const replaceImages = (module, { name, image }) => {
    const spec = module['spec'];
    const before = (0,sets_json/* isObject */.Gv)(spec) ? spec['containers'] : undefined;
    const containers = [];
    if (!(0,sets_json/* isObject */.Gv)(spec) || !(0,sets_json/* isObject */.Gv)(before))
        return { module, containers };
    const after = {};
    for (const [id, container] of Object.entries(before)) {
        const used = (0,sets_json/* isObject */.Gv)(container) ? container['image'] : undefined;
        const isMeant = (0,sets_json/* isObject */.Gv)(container) && typeof used === 'string' && imageName(used) === name;
        if (isMeant)
            containers.push(id);
        (0,sets_json/* setKey */.qL)(after, id, isMeant ? { ...container, image } : container);
    }
    return { module: { ...module, spec: { ...spec, containers: after } }, containers };
};

;// CONCATENATED MODULE: ./build/orchestrator/engine/steps/create-delta.js






const idsOf = (inputs, name) => {
    const list = inputs[name];
    if (list === undefined || !isList(list))
        return [];
    return list.map((value, index) => {
        const id = toText(value);
        if ((0,identifiers/* isUuid */.O1)(id))
            return id;
        throw badRequest(`${name}[${index}] is not the id of an artefact version, which is a UUID: '${id}'`);
    });
};
const toPointer = (name) => (0,sets_pointer/* printPointer */.Vs)([name]);
const createCreateDelta = (neighbours) => {
    const { artefacts } = neighbours;
    const addWorkload = (call, draft, versionId) => {
        const { modules, shared } = artefacts.workloadSet(call.orgId, versionId);
        for (const [name, module] of Object.entries(modules)) {
            draft.add[name] = module;
            call.log(`Workload ${name} becomes that of version ${versionId}`);
        }
        for (const [name, value] of Object.entries(shared)) {
            draft.shared.push({ op: 'add', path: toPointer(name), value });
        }
    };
    const containerImage = (orgId, versionId) => {
        const version = artefacts.version(orgId, versionId);
        if (version.type !== 'container') {
            throw badRequest(`Artefact version '${versionId}' is a workload: it belongs into workload_artefacts.`);
        }
        const image = imageOf(version);
        if (image === undefined)
            throw badRequest(`Artefact version '${versionId}' has neither version nor digest.`);
        return { name: version.name, image };
    };
    const setImage = (call, draft, { versionId, base }) => {
        const change = containerImage(call.orgId, versionId);
        const used = [];
        for (const [id, module] of Object.entries({ ...base, ...draft.add })) {
            const { module: changed, containers } = replaceImages(module, change);
            used.push(...containers.map((container) => `${id}/${container}`));
            if (Object.hasOwn(draft.add, id))
                draft.add[id] = changed;
            else if (containers.length > 0) {
                const paths = containers.map((container) => `/spec/containers${toPointer(container)}/image`);
                const others = (draft.update[id] ?? []).filter(({ path }) => !paths.includes(path));
                draft.update[id] = [...others, ...paths.map((path) => ({ op: 'replace', path, value: change.image }))];
            }
        }
        for (const place of used)
            call.log(`Container ${place} becomes ${change.image}`);
        if (used.length === 0)
            call.log(`No container of the environment uses ${change.name}`, 'warning');
    };
    return {
        waits: false,
        start: (call, inputs) => {
            const { orgId, appId, run } = call;
            const envId = requiredText(inputs, 'env_id');
            const base = neighbours.modulesOf(orgId, appId, neighbours.baseSet({ orgId, appId, envId }));
            const draft = { add: {}, update: {}, shared: [] };
            for (const versionId of idsOf(inputs, 'workload_artefacts'))
                addWorkload(call, draft, versionId);
            for (const versionId of idsOf(inputs, 'container_artefacts'))
                setImage(call, draft, { versionId, base });
            const { add, update, shared } = draft;
            const metadata = { env_id: envId, name: `Run ${run.id} of pipeline ${run.pipeline_id}` };
            const request = { metadata, modules: { add, update }, shared };
            const { id } = neighbours.deltas.create(orgId, appId, request, call.caller());
            call.relate({ env_id: envId, delta_id: id });
            call.log(`Created delta ${id}`);
            return { kind: 'succeeded', outputs: { delta_id: id } };
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/engine/steps/narration.js
const narrate = ({ id, envId, modules, now }, cluster) => {
    const { durationMs, workloads } = cluster.behaviour();
    const { pendingMs, errors } = cluster.outcomeOf(envId, modules);
    const begins = now + pendingMs;
    const failing = new Set(errors.map((error) => error.object_id));
    const names = Object.keys(modules).toSorted();
    const ownDuration = (name) => (Object.hasOwn(workloads, name) ? workloads[name]?.durationMs : undefined);
    const rises = names
        .map((name, index) => ({
        name,
        at: begins + (ownDuration(name) ?? Math.round((durationMs * (index + 1)) / names.length)),
    }))
        .filter(({ name }) => !failing.has(name))
        .toSorted((one, other) => one.at - other.at);
    return [
        { at: begins, message: `Deployment ${id} is in progress` },
        ...rises.map(({ name, at }, index) => ({ at, message: `${name} is up (${index + 1} of ${names.length})` })),
    ];
};

;// CONCATENATED MODULE: ./build/orchestrator/engine/steps/deploy.js


const wait = (state) => ({
    kind: 'waiting',
    waitingFor: `application.environment.deployment(${state.deploymentId})`,
    on: `deployment/${state.deploymentId}`,
    ...(state.lines[0] ? { resumeAt: state.lines[0].at } : {}),
    state,
});
const writeDue = (call, lines) => {
    for (const { at, message } of lines)
        if (at <= call.now)
            call.log(message);
    return lines.filter(({ at }) => at > call.now);
};
const summaryOf = (errors) => {
    const named = errors.slice(0, 3).map(({ object_id, message }) => `${object_id}: ${message}`);
    return [...named, ...(errors.length > 3 ? [`and ${errors.length - 3} more`] : [])].join('; ');
};
const createDeploy = (neighbours) => {
    const contentOf = (call, place, setId) => {
        const deltaId = call.deltaOf(setId, place.envId);
        if (deltaId === undefined)
            return { set_id: setId };
        const { orgId, appId } = call;
        const asDelta = neighbours.applyDelta(orgId, appId, neighbours.baseSet(place), deltaId);
        return asDelta === setId ? { delta_id: deltaId } : { set_id: setId };
    };
    const start = (call, inputs) => {
        const { orgId, appId, run, jobId, index } = call;
        const setId = requiredText(inputs, 'set_id');
        const place = { orgId, appId, envId: requiredText(inputs, 'env_id') };
        const values = action_textOf(inputs, 'value_set_version_id');
        call.log(`Deploying set ${setId} to ${place.envId}`);
        const deployment = neighbours.deployments.create(place, {
            ...contentOf(call, place, setId),
            comment: action_textOf(inputs, 'message') ?? action_textOf(inputs, 'comment') ?? '',
            pipeline: { id: run.pipeline_id, run_id: run.id, job_id: jobId, step_index: index },
            ...(values ? { value_set_version_id: values } : {}),
        }, call.caller());
        const { id } = deployment;
        call.relate({ env_id: place.envId, deployment_id: id, set_id: deployment.set_id });
        const modules = neighbours.modulesOf(orgId, appId, deployment.set_id);
        const count = Object.keys(modules).length;
        call.log(`Created deployment ${id} of ${count} ${count === 1 ? 'workload' : 'workloads'}`);
        const lines = narrate({ id, envId: place.envId, modules, now: call.now }, neighbours.cluster);
        return wait({ deploymentId: id, lines: writeDue(call, lines) });
    };
    return waitingAction({
        start,
        resume: (call, state, signal) => {
            const lines = writeDue(call, state.lines);
            if (signal.kind !== 'deployment')
                return wait({ ...state, lines });
            const { deployment, place } = signal;
            if (deployment.status === 'succeeded') {
                call.log(`Deployment ${deployment.id} succeeded`);
                return { kind: 'succeeded', outputs: { deployment_id: deployment.id } };
            }
            const errors = neighbours.deployments.errors(place, deployment.id);
            for (const { object_id, message } of errors)
                call.log(`${object_id}: ${message}`, 'error');
            return { kind: 'failed', message: `Deployment ${deployment.id} failed: ${summaryOf(errors)}` };
        },
        interrupted: (call, { deploymentId }) => call.log(`Deployment ${deploymentId} goes on, but nobody waits for it any more`, 'warning'),
    });
};

;// CONCATENATED MODULE: ./build/orchestrator/engine/steps/fail.js

const createFail = () => ({
    waits: false,
    start: (_call, inputs) => ({ kind: 'failed', message: action_textOf(inputs, 'message') ?? 'The step failed on purpose.' }),
});

;// CONCATENATED MODULE: ./build/orchestrator/engine/steps/github-answers.js

const longestText = 300;
const parse = (body) => {
    try {
        return JSON.parse(body);
    }
    catch {
        return undefined;
    }
};
const shortText = (value) => (typeof value === 'string' ? value.slice(0, longestText) : '');
const toRun = (value) => {
    if (!(0,sets_json/* isObject */.Gv)(value) || !Number.isSafeInteger(value['id']) || typeof value['status'] !== 'string')
        return undefined;
    const { id, status, html_url, conclusion } = value;
    return {
        id: id,
        url: shortText(html_url),
        isCompleted: status === 'completed',
        conclusion: shortText(conclusion),
    };
};
const parseRun = (body) => toRun(parse(body)) ?? 'malformed';
const findRun = (body, uid) => {
    const list = parse(body);
    const runs = (0,sets_json/* isObject */.Gv)(list) ? list['workflow_runs'] : undefined;
    if (!Array.isArray(runs))
        return 'malformed';
    const found = runs.find((run) => (0,sets_json/* isObject */.Gv)(run) &&
        [run['display_title'], run['name']].some((name) => typeof name === 'string' && name.includes(uid)));
    return found === undefined ? undefined : (toRun(found) ?? 'malformed');
};
const messageOf = (body) => {
    const answer = parse(body);
    const message = (0,sets_json/* isObject */.Gv)(answer) ? shortText(answer['message']) : '';
    return message === '' ? '' : `: ${message}`;
};

;// CONCATENATED MODULE: ./build/orchestrator/engine/steps/github-workflow.js



const defaultUidInput = 'request_uid';
const pollSeconds = 10;
const patienceSeconds = 30;
const findMinutes = 5;
const mostFailures = 5;
const isName = (text) => /^[\w.-]+$/.test(text) && !/^\.+$/.test(text);
const isRepo = (text) => text.split('/').length === 2 && text.split('/').every(isName);
const toInput = (value) => (value !== null && typeof value === 'object' ? JSON.stringify(value) : toText(value));
const targetOf = (inputs, uid) => {
    const repo = requiredText(inputs, 'repo');
    if (!isRepo(repo))
        return `repo must be owner/name, not '${repo}'`;
    const workflow = requiredText(inputs, 'workflow');
    const file = workflow.replace(/^(?:\.\/)?\.github\/workflows\//, '');
    if (!isName(file))
        return `workflow must be a file in .github/workflows, not '${workflow}'`;
    const token = requiredText(inputs, 'access_token');
    if (!/^[\x21-\x7e]+$/.test(token))
        return 'access_token holds characters that no token has';
    const uidInput = action_textOf(inputs, 'request_uid_input') ?? defaultUidInput;
    if (Object.hasOwn((inputs['inputs'] ?? {}), uidInput)) {
        return `inputs has ${uidInput}, which receives the id to find the run by: name another in request_uid_input`;
    }
    return { repo, file, ref: requiredText(inputs, 'ref'), token, uid, uidInput };
};
const github_workflow_named = ({ file, repo }) => `${file} in ${repo}`;
const createGithubWorkflow = ({ outbox, outgoing, newUid }) => {
    const ask = (call, state, request) => {
        const { target } = state;
        const full = {
            method: request.body ? 'POST' : 'GET',
            url: `${outgoing.githubApiUrl}/repos/${target.repo}/actions/${request.path}`,
            headers: {
                accept: 'application/vnd.github+json',
                authorization: `Bearer ${target.token}`,
                'user-agent': 'humanitec-pipeline',
                'x-github-api-version': '2022-11-28',
                ...(request.body ? { 'content-type': 'application/json' } : {}),
            },
            ...(request.body ? { body: JSON.stringify(request.body) } : {}),
        };
        const requestId = outbox.record(call, full);
        return {
            kind: 'waiting',
            waitingFor: `github.workflow(${target.repo}/${target.file})`,
            on: `request/${requestId}`,
            resumeAt: call.now + patienceSeconds * 1000,
            state: { ...state, requestId },
        };
    };
    const look = (call, state) => {
        const { file } = state.target;
        if (state.run)
            return ask(call, state, { path: `runs/${state.run.id}` });
        return ask(call, state, { path: `workflows/${file}/runs?event=workflow_dispatch&per_page=30` });
    };
    const lookLater = (call, state) => {
        const { requestId: _, ...rest } = state;
        const { run, target } = state;
        return {
            kind: 'waiting',
            waitingFor: run ? `github.run(${run.url})` : `github.workflow(${target.repo}/${target.file})`,
            resumeAt: call.now + pollSeconds * 1000,
            state: rest,
        };
    };
    const lookAgain = (call, state, reason) => {
        const failures = state.failures + 1;
        const message = `Cannot see what became of ${github_workflow_named(state.target)}: ${reason}`;
        if (failures >= mostFailures)
            return { kind: 'failed', message: `${message}, ${failures} times in a row` };
        call.log(message, 'warning');
        return lookLater(call, { ...state, failures });
    };
    const refused = (what, { status, body }) => ({
        kind: 'failed',
        message: `GitHub answered ${what} with ${status}${messageOf(body)}`,
    });
    const dispatched = (call, state, answer) => {
        const { target } = state;
        const what = `the start of ${github_workflow_named(target)}`;
        if (answer.kind !== 'answered') {
            return { kind: 'failed', message: `No answer to ${what}: outcome unknown: ${reasonOf(answer)}` };
        }
        if (answer.status < 200 || answer.status > 299)
            return refused(what, answer);
        call.log(`Started ${github_workflow_named(target)} at ${target.ref}, as ${target.uid}`);
        return lookLater(call, { ...state, phase: 'finding', findUntil: call.now + findMinutes * 60_000 });
    };
    const ended = (call, target, { id, url, conclusion }) => {
        const outputs = { run_id: id, html_url: url, conclusion };
        if (conclusion !== 'success') {
            return { kind: 'failed', message: `${github_workflow_named(target)} ended as ${conclusion || 'nothing'}: ${url}`, outputs };
        }
        call.log(`${github_workflow_named(target)} succeeded: ${url}`);
        return { kind: 'succeeded', outputs };
    };
    const seen = (call, state, body) => {
        const { target, phase, findUntil = 0 } = state;
        const run = phase === 'finding' ? findRun(body, target.uid) : parseRun(body);
        if (run === 'malformed')
            return lookAgain(call, state, 'the answer is not what GitHub documents');
        if (run === undefined) {
            if (call.now < findUntil)
                return lookLater(call, { ...state, failures: 0 });
            const advice = `does it have 'run-name: … \${{ inputs.${target.uidInput} }}'?`;
            return { kind: 'failed', message: `No run of ${github_workflow_named(target)} has '${target.uid}' in its name: ${advice}` };
        }
        if (phase === 'finding')
            call.log(`It is run ${run.id}: ${run.url}`);
        if (run.isCompleted)
            return ended(call, target, run);
        return lookLater(call, { ...state, phase: 'following', run: { id: run.id, url: run.url }, failures: 0 });
    };
    const looked = (call, state, answer) => {
        if (answer.kind === 'interrupted') {
            return { kind: 'failed', message: `${github_workflow_named(state.target)}: outcome unknown: ${reasonOf(answer)}` };
        }
        if (answer.kind === 'unanswered')
            return lookAgain(call, state, answer.reason);
        const { status, body } = answer;
        if (status >= 500 || status === 429)
            return lookAgain(call, state, `GitHub answers with ${status}`);
        if (status < 200 || status > 299)
            return refused(`a look at ${github_workflow_named(state.target)}`, answer);
        return seen(call, state, body);
    };
    const answered = (call, state, answer) => state.phase === 'dispatching' ? dispatched(call, state, answer) : looked(call, state, answer);
    const start = (call, inputs) => {
        const fail = (problem) => ({ kind: 'failed', message: `github-workflow: ${problem}` });
        if (!outgoing.canSend)
            return fail('this orchestrator was given nothing to send requests with');
        if (outgoing.githubApiUrl === undefined) {
            return fail('start the orchestrator with --github-api-url, as https://api.github.com, to let it start workflows');
        }
        const target = targetOf(inputs, newUid());
        if (typeof target === 'string')
            return fail(target);
        const given = Object.entries((inputs['inputs'] ?? {}));
        const values = {
            ...Object.fromEntries(given.map(([name, value]) => [name, toInput(value)])),
            [target.uidInput]: target.uid,
        };
        call.log(`Starting ${github_workflow_named(target)}`);
        const path = `workflows/${target.file}/dispatches`;
        return ask(call, { target, phase: 'dispatching', failures: 0 }, { path, body: { ref: target.ref, inputs: values } });
    };
    return waitingAction({
        start,
        resume: (call, state, signal) => {
            if (signal.kind === 'answer')
                return answered(call, state, signal.answer);
            if (state.requestId === undefined)
                return look(call, state);
            const wasSent = outbox.withdraw(state.requestId);
            if (!wasSent && state.phase === 'dispatching') {
                return { kind: 'failed', message: `${github_workflow_named(state.target)} was not started: too much else was under way` };
            }
            return answered(call, state, { kind: 'unanswered', reason: `nothing came within ${patienceSeconds} seconds` });
        },
        interrupted: (call, { requestId, phase, target }) => {
            const wasSent = requestId !== undefined && outbox.withdraw(requestId);
            const isStarted = phase !== 'dispatching' || wasSent;
            call.log(isStarted
                ? `${github_workflow_named(target)} goes on, but nobody waits for it any more`
                : `${github_workflow_named(target)} is not started any more`, 'warning');
        },
    });
};
const reasonOf = (answer) => answer.kind === 'unanswered' ? answer.reason : 'the orchestrator ended before the answer came';

// EXTERNAL MODULE: ./build/orchestrator/outbox/outgoing.js
var outbox_outgoing = __webpack_require__(7997);
;// CONCATENATED MODULE: ./build/orchestrator/engine/steps/http.js



const http_patienceSeconds = 60;
const http_methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const ownHeaders = new Set([
    'connection',
    'content-length',
    'expect',
    'host',
    'te',
    'trailer',
    'transfer-encoding',
    'upgrade',
]);
const headerName = /^[\w!#$%&'*+.^`|~-]+$/;
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/;
const headersOf = (given) => {
    const headers = new Map();
    for (const [written, value] of Object.entries((given ?? {}))) {
        const name = written.toLowerCase();
        if (!headerName.test(name))
            return { problem: `headers: '${written}' is not the name of a header` };
        if (ownHeaders.has(name))
            return { problem: `headers: ${written} is not for a pipeline to set` };
        const isText = value === null || typeof value !== 'object';
        if (!isText || !headerValue.test(toText(value)))
            return { problem: `headers: ${written} is not one line of text` };
        headers.set(name, toText(value));
    }
    return { headers: Object.fromEntries(headers) };
};
const bodyOf = (data) => {
    if (data === undefined)
        return {};
    if (typeof data === 'string')
        return { body: data };
    return { body: JSON.stringify(data), contentType: 'application/json' };
};
const requestOf = (inputs, { allowHttp, canSend }) => {
    const method = requiredText(inputs, 'method').toUpperCase();
    if (!http_methods.includes(method))
        return `method must be one of ${http_methods.join(', ')}`;
    const url = (0,outbox_outgoing/* readUrl */.wo)(requiredText(inputs, 'url'));
    if (!url)
        return 'url must be a complete one, as https://example.test/path';
    if (url.username !== '' || url.password !== '')
        return 'url must not hold a user or password: put them into headers';
    const refusal = canSend ? (0,outbox_outgoing/* refusalOf */.Of)(url, allowHttp) : 'this orchestrator was given nothing to send requests with';
    if (refusal !== undefined)
        return refusal;
    const read = headersOf(inputs['headers']);
    if ('problem' in read)
        return read.problem;
    const { body, contentType } = bodyOf(inputs['data']);
    const headers = {
        'user-agent': 'humanitec-pipeline',
        ...(contentType ? { 'content-type': contentType } : {}),
        ...read.headers,
    };
    return { method, url: url.href, headers, ...(body === undefined ? {} : { body }) };
};
const conclude = (call, what, answer) => {
    switch (answer.kind) {
        case 'interrupted':
            return { kind: 'failed', message: `${what}: outcome unknown: the orchestrator ended before the answer came` };
        case 'unanswered':
            return { kind: 'failed', message: `${what}: outcome unknown: ${answer.reason}` };
        case 'answered': {
            const { status, body } = answer;
            const outputs = { status_code: status, body };
            if (status >= 400)
                return { kind: 'failed', message: `${what} was answered with ${status}`, outputs };
            call.log(`${what} was answered with ${status}`);
            return { kind: 'succeeded', outputs };
        }
    }
};
const createHttp = ({ outbox, outgoing }) => waitingAction({
    start: (call, inputs) => {
        const request = requestOf(inputs, outgoing);
        if (typeof request === 'string')
            return { kind: 'failed', message: `http: ${request}` };
        const what = `${request.method} ${(0,outbox_outgoing/* shownUrl */.zA)(new URL(request.url))}`;
        const requestId = outbox.record(call, request);
        const until = call.now + http_patienceSeconds * 1000;
        call.log(`Sending ${what}`);
        return {
            kind: 'waiting',
            waitingFor: `http.request(${requestId})`,
            on: `request/${requestId}`,
            resumeAt: until,
            state: { requestId, what, until },
        };
    },
    resume: (call, { requestId, what }, signal) => {
        if (signal.kind === 'answer')
            return conclude(call, what, signal.answer);
        const reason = `no answer came within ${http_patienceSeconds} seconds`;
        if (outbox.withdraw(requestId))
            return conclude(call, what, { kind: 'unanswered', reason });
        return { kind: 'failed', message: `${what} was not sent: too much else was under way` };
    },
    interrupted: (call, { requestId, what }) => {
        const wasSent = outbox.withdraw(requestId);
        call.log(wasSent ? `${what} was sent; its outcome is unknown` : `${what} is not sent any more`, 'warning');
    },
});

;// CONCATENATED MODULE: ./build/orchestrator/engine/steps/log.js

const createLog = () => ({
    waits: false,
    start: (call, inputs) => {
        call.log(requiredText(inputs, 'message'));
        return { kind: 'succeeded' };
    },
});

;// CONCATENATED MODULE: ./build/orchestrator/engine/steps/wait-for-readiness.js

const defaultMinutes = 10;
const createWaitForReadiness = ({ environment, deployments }) => {
    const inspect = (place) => {
        const active = deployments.active(place);
        if (active)
            return { active, problem: `Deployment ${active.id} has not ended` };
        const { readyAt, problem } = deployments.readiness(place) ?? {};
        if (readyAt !== undefined)
            return { readyAt };
        const { last_deploy_id } = environment(place);
        const last = last_deploy_id === undefined ? undefined : deployments.find(place.orgId, place.appId, last_deploy_id);
        return { problem, isHopeless: last?.status !== 'succeeded' };
    };
    const look = (call, state) => {
        const { orgId, appId, now } = call;
        const { envId, until, minutes } = state;
        const { active, readyAt, problem, isHopeless = false } = inspect({ orgId, appId, envId });
        if (readyAt !== undefined && readyAt <= now) {
            call.log(`All workloads of ${envId} are ready`);
            return { kind: 'succeeded' };
        }
        const why = problem === undefined ? '' : `: ${problem}`;
        if (isHopeless)
            return { kind: 'failed', message: `The workloads of ${envId} cannot become ready${why}` };
        if (now >= until) {
            return { kind: 'failed', message: `The workloads of ${envId} were not ready after ${minutes} minutes${why}` };
        }
        if (problem !== undefined && problem !== state.problem)
            call.log(`Not ready: ${problem}`, 'warning');
        return {
            kind: 'waiting',
            waitingFor: `application.environment.readiness(${envId})`,
            ...(active ? { on: `deployment/${active.id}` } : {}),
            resumeAt: Math.min(readyAt ?? until, until),
            state: { ...state, ...(problem === undefined ? {} : { problem }) },
        };
    };
    return waitingAction({
        start: (call, inputs) => {
            const envId = requiredText(inputs, 'env_id');
            environment({ orgId: call.orgId, appId: call.appId, envId });
            call.relate({ env_id: envId });
            const minutes = Number(action_textOf(inputs, 'timeout_minutes') ?? defaultMinutes);
            if (!(minutes > 0))
                return { kind: 'failed', message: 'timeout_minutes must be more than 0' };
            call.log(`Waiting until all workloads of ${envId} are ready, for ${minutes} minutes at most`);
            return look(call, { envId, minutes, until: call.now + minutes * 60_000 });
        },
        resume: look,
    });
};

;// CONCATENATED MODULE: ./build/orchestrator/engine/steps/table.js










const makers = {
    apply: createApply,
    deploy: createDeploy,
    'create-delta': createCreateDelta,
    clone: createClone,
    approve: createApprove,
    'wait-for-readiness': createWaitForReadiness,
    http: createHttp,
    'github-workflow': createGithubWorkflow,
    log: createLog,
    fail: createFail,
};
const implementedActions = new Set(Object.keys(makers));
const createStepActions = (neighbours) => new Map(Object.entries(makers).map(([name, make]) => [name, make(neighbours)]));

;// CONCATENATED MODULE: ./build/orchestrator/engine/step-runner.js










const createStepRunner = ({ store, scheduler }, neighbours) => {
    const { records } = neighbours;
    const actions = createStepActions(neighbours.steps);
    const waits = store.table('step-waits');
    const actionOf = (definition) => {
        const action = actions.get(definition.uses.action);
        if (!action)
            throw new Error(`a pipeline was stored that uses '${definition.uses.action}'`);
        return action;
    };
    const signalScope = ({ orgId, appId }, on) => `${appScope(orgId, appId)}/${on}`;
    const placeId = ({ ref, jobId, index }) => `${ref.pipelineId}/${ref.runId}/${jobId}/${index}`;
    const appear = (record) => {
        if (record.step.status === 'queued')
            record.step.created_at = scheduler.timestamp();
    };
    const end = ({ ref }, job, record, status, message = '') => {
        if (status === 'failed')
            records.log(ref, job.job.id, record.step.index, 'error', message);
        appear(record);
        record.step = move('step', record.step, status, { at: scheduler.timestamp(), message });
    };
    const callOf = (execution, job, record) => {
        const { ref, definition } = execution;
        const { run } = execution.record;
        return {
            orgId: ref.orgId,
            appId: ref.appId,
            run,
            jobId: job.job.id,
            index: record.step.index,
            now: scheduler.now(),
            caller: () => identityOf(run, definition, neighbours.user),
            log: (message, level = 'info') => records.log(ref, job.job.id, record.step.index, level, message),
            relate: (entities) => {
                Object.assign(record.step.related_entities, entities);
                const envId = entities['env_id'];
                if (envId !== undefined && !run.env_ids.includes(envId))
                    run.env_ids.push(envId);
            },
            deltaOf: (setId, envId) => [...execution.jobs.values()]
                .flatMap(({ steps }) => steps.map(({ step }) => step.related_entities))
                .find((made) => made['set_id'] === setId && made['env_id'] === envId && made['delta_id'])?.['delta_id'],
        };
    };
    const stopWaiting = ({ ref }, job, record) => {
        const { wait } = record;
        if (wait?.on !== undefined) {
            waits.delete(signalScope(ref, wait.on), placeId({ ref, jobId: job.job.id, index: record.step.index }));
        }
        delete record.wait;
        delete job.job.waiting_for;
    };
    const settle = (execution, job, record, result) => {
        if (result.kind !== 'waiting') {
            record.outputs = result.outputs ?? {};
            return end(execution, job, record, result.kind, result.kind === 'failed' ? result.message : '');
        }
        const { ref } = execution;
        const { state, on, resumeAt, waitingFor } = result;
        const place = { ref, jobId: job.job.id, index: record.step.index };
        const wakeAt = Math.min(resumeAt ?? Infinity, deadlineOf(execution, job, record.step.index).at);
        record.wait = { state, wakeAt, ...(on === undefined ? {} : { on }) };
        job.job.waiting_for = waitingFor;
        if (on !== undefined)
            waits.insert(signalScope(ref, on), placeId(place), place);
        scheduler.schedule('step.wakes', wakeAt, { ...place, at: wakeAt });
    };
    const attempt = (work) => {
        try {
            return work();
        }
        catch (error) {
            if (error instanceof HttpError)
                return { kind: 'failed', message: error.message };
            throw error;
        }
    };
    const isWanted = (execution, definitions, job) => {
        const [ofJob, ofStep] = definitions;
        try {
            return holds(ofStep.if, scopes_stepScope(execution, ofJob));
        }
        catch (error) {
            if (!(error instanceof ExpressionError))
                throw error;
            end(execution, job, job.steps[ofStep.index], 'failed', `if: ${error.message}`);
            return undefined;
        }
    };
    return {
        end,
        begin: (execution, ofJob, ofStep, job) => {
            const record = job.steps[ofStep.index];
            const isCancelled = execution.record.cancelReason !== undefined;
            const wanted = isWanted(execution, [ofJob, ofStep], job);
            if (wanted === undefined)
                return;
            const action = actionOf(ofStep);
            if (!wanted || (isCancelled && action.waits))
                return end(execution, job, record, isCancelled ? 'cancelled' : 'skipped');
            record.startedAt = scheduler.now();
            appear(record);
            record.step = move('step', record.step, 'executing', { at: scheduler.timestamp() });
            const read = readStepInputs(ofStep, scopes_stepScope(execution, ofJob));
            if ('problem' in read)
                return end(execution, job, record, 'failed', read.problem);
            settle(execution, job, record, attempt(() => action.start(callOf(execution, job, record), read.inputs)));
        },
        resume: (execution, definition, job, signal) => {
            const record = job.steps[definition.index];
            const state = record.wait?.state;
            const action = actionOf(definition);
            stopWaiting(execution, job, record);
            const work = () => action.resume?.(callOf(execution, job, record), state, signal);
            settle(execution, job, record, attempt(() => work() ?? { kind: 'failed', message: 'The step cannot go on.' }));
        },
        interrupt: (execution, definition, job, { as, message }) => {
            const record = job.steps[definition.index];
            const state = record.wait?.state;
            stopWaiting(execution, job, record);
            actionOf(definition).interrupted?.(callOf(execution, job, record), state);
            if (as === 'cancelled')
                records.log(execution.ref, job.job.id, definition.index, 'warning', message);
            end(execution, job, record, as, message);
        },
        takeWaiting: (place, on) => {
            const scope = signalScope(place, on);
            const found = waits.list(scope);
            waits.deleteAll(scope);
            return found;
        },
        isAwaited: (place, on) => waits.first(signalScope(place, on)) !== undefined,
        waiting: (job) => hasEnded(job.job) ? undefined : job.steps.find(({ wait }) => wait !== undefined),
        forget: (ref, jobs) => {
            for (const { job, steps } of jobs) {
                for (const { step, wait } of steps) {
                    if (wait?.on === undefined)
                        continue;
                    waits.delete(signalScope(ref, wait.on), placeId({ ref, jobId: job.id, index: step.index }));
                }
            }
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/engine/engine.js








const createEngine = (parts, neighbours) => {
    const { scheduler } = parts;
    const { records, queue } = neighbours;
    const steps = createStepRunner(parts, neighbours);
    const jobs = createJobRunner(parts, steps);
    const load = (ref) => {
        const record = records.run(ref);
        if (!record || hasEnded(record.run))
            return undefined;
        const all = records.jobs(ref).map((job) => [job.job.id, job]);
        const definition = neighbours.definition(ref, record.run.pipeline_version);
        return { ref, record, jobs: new Map(all), definition, changed: new Set() };
    };
    const save = ({ ref, record, jobs: all, changed }) => {
        const waiting = [...all].flatMap(([id, { job }]) => job.waiting_for === undefined ? [] : [[id, job.waiting_for]]);
        record.run.waiting_for = Object.fromEntries(waiting);
        records.saveRun(record);
        for (const id of changed) {
            const job = all.get(id);
            if (job)
                records.saveJob(ref, job);
        }
    };
    const beginSoon = (ref) => scheduler.schedule('run.begins', scheduler.now(), ref);
    const finish = (execution) => {
        const { record } = execution;
        const { status, message } = jobs.outcome(execution);
        record.run = move('run', record.run, status, { at: scheduler.timestamp(), message });
        const next = queue.leave(record);
        if (next)
            beginSoon(next);
    };
    const within = (ref, work) => {
        const execution = load(ref);
        if (!execution)
            return;
        work(execution);
        if (execution.record.run.status === 'executing')
            jobs.advance(execution);
        if ([...execution.jobs.values()].every(({ job }) => hasEnded(job)))
            finish(execution);
        save(execution);
    };
    const cancelWithin = (execution, reason) => {
        execution.record.cancelReason = reason;
        execution.record.run.cancellation_requested_at = scheduler.timestamp();
        jobs.cancel(execution, reason);
    };
    const wakeWithin = (execution, { jobId, index, at }) => {
        const job = execution.jobs.get(jobId);
        if (!job || job.steps[index]?.wait?.wakeAt !== at)
            return;
        const deadline = deadlineOf(execution, job, index);
        if (scheduler.now() < deadline.at)
            return jobs.resume(execution, jobId, index, { kind: 'time' });
        const reason = `Timed out after ${minutesOf(deadline)}`;
        if (deadline.of === 'run')
            cancelWithin(execution, `${reason}.`);
        else
            jobs.timeOut(execution, jobId, index, { of: deadline.of, reason });
    };
    const resumeAll = (places, signal) => {
        for (const { ref, jobId, index } of places) {
            within(ref, (execution) => jobs.resume(execution, jobId, index, signal));
        }
    };
    scheduler.on('run.begins', (ref) => within(ref, ({ record }) => {
        if (record.run.status !== 'queued')
            return;
        const at = scheduler.timestamp();
        record.run = { ...move('run', record.run, 'executing', { at }), executing_at: at };
    }));
    scheduler.on('step.wakes', (wake) => within(wake.ref, (execution) => wakeWithin(execution, wake)));
    return {
        submit: (request) => {
            const pipeline = neighbours.pipeline(request.pipeline);
            const definition = neighbours.definition(request.pipeline, pipeline.version);
            try {
                const record = newRun(parts, { request, pipeline, definition, runAs: neighbours.runAs(request.pipeline) });
                records.insert(record, newJobs(parts, record.run, definition));
                if (queue.enter(record))
                    beginSoon(refOf(record));
                return record;
            }
            catch (error) {
                if (error instanceof ExpressionError)
                    throw badRequest(`concurrency.group: ${error.message}`);
                throw error;
            }
        },
        cancel: (ref, reason) => within(ref, (execution) => cancelWithin(execution, reason)),
        abandon: (record) => {
            const ref = refOf(record);
            steps.forget(ref, records.jobs(ref));
            const next = queue.leave(record);
            if (next)
                beginSoon(next);
        },
        deploymentEnded: (place, deployment) => resumeAll(steps.takeWaiting(place, `deployment/${deployment.id}`), { kind: 'deployment', deployment, place }),
        isAwaited: (asker, requestId) => steps.isAwaited(asker, `request/${requestId}`),
        requestAnswered: (asker, requestId, answer) => resumeAll(steps.takeWaiting(asker, `request/${requestId}`), { kind: 'answer', answer }),
        approvalDecided: (approval, { name }) => {
            const place = { orgId: approval.org_id, appId: approval.app_id };
            resumeAll(steps.takeWaiting(place, `approval/${approval.id}`), { kind: 'approval', approval, decidedBy: name });
        },
    };
};

// EXTERNAL MODULE: ./build/orchestrator/outbox/outbox.js
var outbox_outbox = __webpack_require__(9058);
;// CONCATENATED MODULE: ./build/orchestrator/engine/definition/default-pipeline.js
const defaultPipelineYaml = `id: default
name: Default
on:
  deployment_request: {}
concurrency:
  group: default-deploy-\${{ inputs.env_id }}
jobs:
  deploy:
    name: Deploy
    steps:
      - id: create-deployment-set
        name: Create Deployment Set
        if: \${{ ! inputs.set_id }}
        uses: actions/humanitec/apply@v1
        with:
          env_id: \${{ inputs.env_id }}
          delta_id: \${{ inputs.delta_id }}
      - name: Deploy Set To Environment
        uses: actions/humanitec/deploy@v1
        with:
          env_id: \${{ inputs.env_id }}
          set_id: \${{ inputs.set_id || steps.create-deployment-set.outputs.set_id }}
          value_set_version_id: \${{ inputs.value_set_version_id }}
          message: \${{ inputs.comment }}
`;

;// CONCATENATED MODULE: ./build/orchestrator/engine/definition/problem.js
const memberPath = (path, key) => {
    if (!/^[\w-]+$/.test(key))
        return `${path}[${JSON.stringify(key.slice(0, 100))}]`;
    return path === '' ? key : `${path}.${key}`;
};

;// CONCATENATED MODULE: ./build/orchestrator/engine/definition/step-checks.js




const readUses = (written) => {
    const [, action = '', version = 'v1'] = new RegExp(usesPattern).exec(written) ?? [];
    return isActionName(action) && version === 'v1' ? { action, version } : undefined;
};
const checkStep = (step, path, implemented, report) => {
    if (step.uses === undefined)
        return;
    const uses = readUses(step.uses);
    if (!uses)
        return reportUses(step.uses, `${path}.uses`, report);
    if (!implemented.has(uses.action))
        report(`${path}.uses`, `${uses.action}, which this orchestrator does not support yet`, `one of ${[...implemented].join(', ')}`);
    checkInputs(uses.action, step, `${path}.with`, report);
};
const reportUses = (written, path, report) => {
    const [, action = '', version] = new RegExp(usesPattern).exec(written) ?? [];
    if (isActionName(action))
        report(path, `version ${quote(version ?? '')} of ${action}`, usesExpected.replace('<name>', action));
    else
        report(path, `the action ${quote(action)}`, `one of ${actionNames.join(', ')}${didYouMean(action, actionNames)}`);
};
const checkInputs = (name, step, path, report) => {
    const action = actionOf(name);
    const names = Object.keys(action.inputs);
    const given = new Map();
    for (const { key, value } of (step.with ?? []).filter((entry) => entry !== undefined)) {
        if (key === undefined)
            continue;
        const input = Object.hasOwn(action.inputs, key) ? action.inputs[key] : undefined;
        if (!input) {
            const expected = `one of the inputs of ${name}: ${names.join(', ')}${didYouMean(key, names)}`;
            report(memberPath(path, key), `the key ${quote(key)}`, expected, 'key');
            continue;
        }
        if (value && isNothing(value))
            continue;
        given.set(key, value);
        if (value && !isOfType(value, input.type))
            report(memberPath(path, key), step_checks_described[value.kind](value), expectedTypes[input.type], 'value');
    }
    const missing = (input) => input[1].required && !given.has(input[0]);
    for (const [key] of Object.entries(action.inputs).filter(missing))
        report(memberPath(path, key), 'nothing', `${key}, which ${name} needs`);
    if (action.oneOf && !action.oneOf.some((key) => given.has(key)))
        report(path, 'none of them', `${action.oneOf.join(' or ')}, which ${name} needs`, 'key');
};
const isNothing = (template) => template.kind === 'literal' && template.value === null;
const isOfType = (template, type) => {
    if (template.kind === 'expression' || type === 'any')
        return true;
    if (template.kind === 'list' || template.kind === 'map')
        return template.kind === type;
    if (template.kind === 'text')
        return type === 'text';
    return (type === (typeof template.value === 'number' ? 'number' : typeof template.value === 'string' ? 'text' : undefined));
};
const expectedTypes = {
    text: 'text, in quotes where it looks like something else',
    number: 'a number',
    list: 'a list',
    map: 'a map',
    any: 'a value',
};
const step_checks_described = {
    literal: (template) => {
        if (template.kind !== 'literal')
            return 'a value';
        return typeof template.value === 'string' ? `the text ${quote(template.value)}` : String(template.value);
    },
    expression: () => 'an expression',
    text: () => 'text',
    list: () => 'a list',
    map: () => 'a map',
};

;// CONCATENATED MODULE: ./build/orchestrator/engine/definition/checks.js





const isThere = (item) => item !== undefined;
const checkPipeline = (file, implemented, report) => {
    checkCallInputs(file, report);
    checkRights(file, report);
    const jobs = new Map();
    for (const entry of (file.jobs ?? []).filter(isThere))
        if (entry.key !== undefined)
            jobs.set(entry.key, entry.value ?? {});
    checkNeeds(jobs, report);
    for (const [id, job] of jobs) {
        const path = `${memberPath('jobs', id)}.steps`;
        checkStepIds(job, path, report);
        for (const [index, step] of (job.steps ?? []).entries())
            if (step)
                checkStep(step, `${path}[${index}]`, implemented, report);
    }
};
const isInputOfType = (value, type) => {
    if (type === 'array')
        return isList(value);
    if (type === 'object')
        return typeof value === 'object' && value !== null && !isList(value);
    return typeof value === type;
};
const checkCallInputs = (file, report) => {
    for (const entry of (file.on?.pipeline_call?.inputs ?? []).filter(isThere)) {
        if (entry.key === undefined || entry.value?.type === undefined)
            continue;
        const { type } = entry.value;
        const value = entry.value.default;
        const path = `${memberPath('on.pipeline_call.inputs', entry.key)}.default`;
        if (value !== undefined && !isInputOfType(value, type))
            report(path, 'a value of another type', `a value of type ${type}`);
    }
};
const checkRights = ({ permissions, ...file }, report) => {
    const roles = permissions?.application !== undefined || permissions?.['env-types'] !== undefined;
    const path = file['run-as'] === undefined ? 'permissions.run-as' : 'run-as';
    const inherits = file['run-as'] !== undefined || permissions?.['run-as'] !== undefined;
    if (roles && inherits)
        report(path, 'run-as beside roles under permissions', 'one of the two', 'key');
};
const checkStepIds = (job, path, report) => {
    const seen = new Set();
    for (const [index, step] of (job.steps ?? []).entries()) {
        if (step?.id === undefined)
            continue;
        if (seen.has(step.id))
            report(`${path}[${index}].id`, `the id ${quote(step.id)} again`, 'an id of its own for every step of the job');
        seen.add(step.id);
    }
};
const checkNeeds = (jobs, report) => {
    const needsOf = (id) => jobs.get(id)?.needs ?? [];
    const placeOf = (id, index) => `${memberPath('jobs', id)}.needs[${index}]`;
    for (const id of jobs.keys())
        for (const [index, needed] of needsOf(id).entries()) {
            if (needed === undefined)
                continue;
            if (!jobs.has(needed))
                report(placeOf(id, index), `the job ${quote(needed)}`, `a job of this pipeline${didYouMean(needed, jobs.keys())}`);
            else if (needsOf(id).indexOf(needed) < index)
                report(placeOf(id, index), `${quote(needed)} again`, 'every job once');
        }
    for (const { id, index, circle } of circles([...jobs.keys()], needsOf))
        report(placeOf(id, index), `the circle ${circle}`, 'jobs that do not wait for each other');
};
const MAX_NAMED = 5;
function* circles(ids, needsOf) {
    const finished = new Set();
    for (const start of ids) {
        if (finished.has(start))
            continue;
        const trail = [{ id: start, next: 0 }];
        const positions = new Map([[start, 0]]);
        for (let top = trail.at(-1); top; top = trail.at(-1)) {
            const index = top.next;
            const needs = needsOf(top.id);
            top.next += 1;
            if (index >= needs.length) {
                finished.add(top.id);
                positions.delete(top.id);
                trail.pop();
                continue;
            }
            const needed = needs[index];
            if (needed === undefined || finished.has(needed))
                continue;
            const position = positions.get(needed);
            if (position === undefined) {
                positions.set(needed, trail.length);
                trail.push({ id: needed, next: 0 });
                continue;
            }
            const named = trail.slice(position, position + MAX_NAMED).map(({ id }) => id);
            const more = trail.length - position > MAX_NAMED ? ['…'] : [];
            yield { id: top.id, index, circle: [...named, ...more, needed].join(' → ') };
        }
    }
}

;// CONCATENATED MODULE: ./build/orchestrator/engine/definition/language.js

const contexts = {
    run: ['inputs', 'pipeline', 'app'],
    job: ['inputs', 'needs', 'pipeline', 'app'],
    step: ['inputs', 'needs', 'steps', 'pipeline', 'app'],
};
const plain = (names) => ({ contexts: names, statusChecks: false });
const conditional = (names) => ({ contexts: names, statusChecks: true });
const language_name = {
    pattern: '^[A-Za-z0-9_][A-Za-z0-9_-]*$',
    expected: 'letters, digits, - and _, at most 100 of them',
    maxLength: 100,
};
const pipelineId = {
    pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*$',
    expected: '2 to 50 small letters and digits, with single - between them',
    minLength: 2,
    maxLength: 50,
};
const uses = { pattern: usesPattern, expected: usesExpected, maxLength: 200 };
const anyKey = { pattern: '^[^\\u0000-\\u001f]+$', expected: '1 to 200 printable characters', maxLength: 200 };
const title = { type: 'text', minLength: 1, maxLength: 200 };
const timeout = {
    shape: { type: 'integer', minimum: 1, maximum: 43_200 },
    description: 'Minutes after which it is ended',
};
const runAs = {
    shape: { type: 'choice', options: ['inherit'] },
    description: 'inherit: a run may do what whoever started it may do',
};
const inputTypes = ['string', 'number', 'boolean', 'array', 'object'];
const input = {
    type: 'record',
    fields: {
        type: { shape: { type: 'choice', options: inputTypes }, required: true, description: 'Type of the input' },
        required: { shape: { type: 'boolean' }, description: 'Whether a call has to give it' },
        description: { shape: { type: 'text', maxLength: 2000 }, description: 'What the input is for' },
        default: { shape: { type: 'value' }, description: 'Value where a call gives none' },
    },
};
const regexes = (minItems) => ({ type: 'list', items: { type: 'regex' }, minItems });
const triggers = {
    type: 'record',
    minSize: 1,
    fields: {
        deployment_request: {
            shape: { type: 'record', fields: {}, nullable: true },
            description: 'Runs for deployments that are asked for and match the criteria of the pipeline',
        },
        pipeline_call: {
            shape: {
                type: 'record',
                nullable: true,
                fields: {
                    inputs: {
                        shape: { type: 'map', keys: language_name, values: input },
                        description: 'Inputs that a call gives',
                    },
                },
            },
            description: 'Runs when the pipeline is called',
        },
        artefact: {
            shape: {
                type: 'record',
                fields: {
                    type: {
                        shape: { type: 'choice', options: ['container', 'workload'] },
                        required: true,
                        description: 'Type of the artefact',
                    },
                    include: { shape: regexes(1), required: true, description: 'Names of artefacts, one of which has to match' },
                    exclude: { shape: regexes(0), description: 'Names of artefacts, none of which may match' },
                    'match-ref': { shape: { type: 'regex' }, description: 'The ref that the version has to match' },
                },
            },
            description: 'Runs for new artefact versions',
        },
    },
};
const step = {
    type: 'record',
    fields: {
        id: { shape: { type: 'word', like: language_name }, description: 'Name of the step in expressions' },
        name: { shape: title, description: 'Name of the step for people' },
        uses: { shape: { type: 'word', like: uses }, required: true, description: 'The action' },
        with: {
            shape: { type: 'map', keys: anyKey, values: { type: 'template', vocabulary: plain(contexts.step) } },
            description: 'Inputs of the action',
        },
        if: {
            shape: { type: 'condition', vocabulary: conditional(contexts.step) },
            description: 'The step is skipped unless this holds',
        },
        'continue-on-error': { shape: { type: 'boolean' }, description: 'A failure of the step does not fail the job' },
        'timeout-minutes': timeout,
    },
};
const job = {
    type: 'record',
    fields: {
        name: { shape: title, description: 'Name of the job for people' },
        needs: {
            shape: { type: 'list', items: { type: 'word', like: language_name } },
            description: 'Jobs that have to end before this one starts',
        },
        if: {
            shape: { type: 'condition', vocabulary: conditional(contexts.job) },
            description: 'The job is skipped unless this holds',
        },
        'timeout-minutes': timeout,
        'continue-on-error': { shape: { type: 'boolean' }, description: 'A failure of the job does not fail the run' },
        outputs: {
            shape: { type: 'map', keys: language_name, values: { type: 'template', vocabulary: plain(contexts.step) } },
            description: 'What jobs that need this one can read',
        },
        steps: {
            shape: { type: 'list', items: step, minItems: 1 },
            required: true,
            description: 'Done one after the other',
        },
    },
};
const pipelineShape = {
    type: 'record',
    fields: {
        id: { shape: { type: 'word', like: pipelineId }, description: 'Id of the pipeline; made up where it is absent' },
        name: { shape: title, required: true, description: 'Name of the pipeline for people' },
        metadata: {
            shape: { type: 'map', keys: anyKey, values: { type: 'text', maxLength: 2000 } },
            description: 'Free names and values',
        },
        on: { shape: triggers, required: true, description: 'What starts a run' },
        'timeout-minutes': timeout,
        concurrency: {
            shape: {
                type: 'record',
                fields: {
                    group: {
                        shape: { type: 'template', vocabulary: plain(contexts.run), textOnly: true },
                        required: true,
                        description: 'Runs of one group in an application wait for each other',
                    },
                },
            },
            description: 'Which runs must not overlap',
        },
        permissions: {
            shape: {
                type: 'record',
                fields: {
                    application: {
                        shape: { type: 'choice', options: ['viewer', 'developer', 'owner'] },
                        description: 'Role of runs in the application',
                    },
                    'env-types': {
                        shape: { type: 'map', keys: anyKey, values: { type: 'choice', options: ['deployer'] } },
                        description: 'Roles of runs by environment type',
                    },
                    'run-as': runAs,
                },
            },
            description: 'What runs may do',
        },
        'run-as': runAs,
        jobs: {
            shape: { type: 'map', keys: language_name, values: job, minSize: 1 },
            required: true,
            description: 'Jobs by id; those without needs start together',
        },
    },
};

;// CONCATENATED MODULE: ./build/orchestrator/engine/definition/accepted.js
const isLike = (like, text) => text.length >= (like.minLength ?? 1) && text.length <= like.maxLength && new RegExp(like.pattern).test(text);
const isRegex = (text) => {
    try {
        return new RegExp(text.replace(/^\(\?[imsU]+\)/, '')) instanceof RegExp;
    }
    catch {
        return false;
    }
};
const isAccepted = (shape, value) => {
    switch (shape.type) {
        case 'word':
            return typeof value === 'string' && isLike(shape.like, value);
        case 'text':
            return typeof value === 'string' && value.length >= (shape.minLength ?? 0) && value.length <= shape.maxLength;
        case 'choice':
            return typeof value === 'string' && shape.options.includes(value);
        case 'integer':
            return Number.isInteger(value) && Number(value) >= shape.minimum && Number(value) <= shape.maximum;
        case 'boolean':
            return typeof value === 'boolean';
        case 'regex':
            return typeof value === 'string' && value.length <= 1000 && isRegex(value);
        default:
            return false;
    }
};
const expectedOf = (shape) => {
    switch (shape.type) {
        case 'word':
            return shape.like.expected;
        case 'text':
            return `text of ${shape.minLength ?? 0} to ${shape.maxLength} characters`;
        case 'choice':
            return shape.options.length === 1 ? shape.options[0] : `one of ${shape.options.join(', ')}`;
        case 'integer':
            return `a whole number from ${shape.minimum} to ${shape.maximum}`;
        case 'boolean':
            return 'true or false';
        case 'regex':
            return 'a regular expression of at most 1000 characters';
        case 'condition':
            return 'an expression, true or false';
        case 'template':
            return shape.textOnly ? 'text' : 'a value';
        case 'value':
            return 'a value';
        case 'list':
            return shape.minItems ? `a list of at least ${shape.minItems}` : 'a list';
        case 'map':
            return shape.minSize ? `a map of at least ${shape.minSize}` : 'a map';
        case 'record':
            return shape.minSize ? `at least ${shape.minSize} of ${Object.keys(shape.fields).join(', ')}` : 'a map';
    }
};

;// CONCATENATED MODULE: ./build/orchestrator/engine/definition/source.js

const MAX_BYTES = 256 * 1024;
const MAX_PROBLEMS = 500;
const MAX_LEXEMES = 50_000;
const source_MAX_NESTING = 100;
const readSource = (text) => {
    const lines = new yaml_dist.LineCounter();
    const problems = [];
    const report = ({ offset, path, found, expected }) => {
        if (problems.length >= MAX_PROBLEMS)
            return;
        const { line, col } = lines.linePos(offset);
        const message = `${path === '' ? '' : `${path}: `}expected ${expected}, found ${found}`;
        problems.push({ line: Math.max(line, 1), column: Math.max(col, 1), path, found, expected, message });
    };
    const refuse = (offset, found, expected) => {
        report({ offset, path: '', found, expected });
        return { text, contents: null, problems, report };
    };
    const size = Buffer.byteLength(text);
    if (size > MAX_BYTES)
        return refuse(0, `${size} bytes`, `a file of at most ${MAX_BYTES} bytes`);
    const tokens = source_readTokens(text, lines);
    if (!tokens)
        return refuse(0, 'too many words and marks', `a file of at most ${MAX_LEXEMES} of them`);
    if (source_isTooDeep(tokens))
        return refuse(0, 'lists and maps within each other too deeply', `at most ${source_MAX_NESTING} levels`);
    const composer = new yaml_dist/* Composer */.Dk({ uniqueKeys: false, version: '1.2' });
    const [document, second] = [...composer.compose(tokens, true, text.length)];
    if (second)
        return refuse(second.range[0], 'a second document', 'one document');
    for (const error of document?.errors ?? [])
        report({ offset: error.pos[0], path: '', found: error.message, expected: 'YAML that can be read' });
    return { text, contents: document?.contents ?? null, problems, report };
};
const source_readTokens = (text, lines) => {
    const parser = new yaml_dist/* Parser */.iX(lines.addNewLine);
    const tokens = [];
    let lexemes = 0;
    lines.addNewLine(0);
    for (const lexeme of new yaml_dist/* Lexer */.JG().lex(text)) {
        lexemes += 1;
        if (lexemes > MAX_LEXEMES)
            return undefined;
        tokens.push(...parser.next(lexeme));
    }
    return [...tokens, ...parser.end()];
};
const source_isTooDeep = (tokens) => {
    const open = tokens.map((token) => ({ token, level: 0 }));
    for (let next = open.pop(); next; next = open.pop()) {
        const { token, level } = next;
        if (level > source_MAX_NESTING)
            return true;
        const items = 'items' in token ? token.items : token.type === 'document' ? [token] : [];
        for (const { key, value } of items)
            for (const inner of [key, value])
                if (inner)
                    open.push({ token: inner, level: level + 1 });
    }
    return false;
};
const isInk = (text) => text.trim() !== '';
const quotedUnit = (text, offset, type) => {
    if (type === 'QUOTE_SINGLE' && text.startsWith("''", offset))
        return { length: 2, ink: 1 };
    if (type !== 'QUOTE_DOUBLE' || text[offset] !== '\\')
        return { length: 1, ink: isInk(text[offset]) ? 1 : 0 };
    const digits = { x: 2, u: 4, U: 8 }[text[offset + 1]];
    if (digits === undefined)
        return { length: 2, ink: /[\s_NLPt nrvf]/.test(text[offset + 1]) ? 0 : 1 };
    const code = Number.parseInt(text.slice(offset + 2, offset + 2 + digits), 16);
    const unit = code <= 0x10ffff ? String.fromCodePoint(code) : '';
    return { length: 2 + digits, ink: isInk(unit) ? unit.length : 0 };
};
const offsetInScalar = (text, node, offset) => {
    const [start, end] = node.range;
    const { type } = node;
    const before = [...String(node.value).slice(0, offset).matchAll(/\S/g)].length;
    const wantsInk = isInk(String(node.value).charAt(offset));
    let position = start;
    if (type === 'QUOTE_SINGLE' || type === 'QUOTE_DOUBLE')
        position += 1;
    if (type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED')
        position = text.indexOf('\n', start) + 1;
    let seen = 0;
    let afterLast = position;
    while (position < end) {
        const unit = quotedUnit(text, position, type);
        if (seen >= before && (!wantsInk || unit.ink > 0))
            return wantsInk ? position : afterLast;
        seen += unit.ink;
        position += unit.length;
        if (unit.ink > 0)
            afterLast = position;
    }
    return afterLast;
};

;// CONCATENATED MODULE: ./build/orchestrator/engine/definition/reader.js








const reader_MAX_NESTING = 30;
const MAX_ALIASED_NODES = 10_000;
class Reader {
    places = new Map();
    #source;
    #anchors = new Map();
    #aliasedNodes = 0;
    #exhausted = false;
    #aliases = 0;
    constructor(source) {
        this.#source = source;
    }
    report(place, found, expected) {
        this.#source.report({ ...place, found, expected });
    }
    read(given, shape, place = { path: '', offset: 0 }) {
        return this.#resolved(given, place, (node) => {
            const at = { path: place.path, offset: node?.range?.[0] ?? place.offset };
            this.places.set(place.path, { key: place.offset, value: at.offset });
            switch (shape.type) {
                case 'record':
                    return this.#record(node, shape, place);
                case 'map':
                    return this.#map(node, shape, at);
                case 'list':
                    return this.#list(node, shape, at);
                case 'template':
                    if (shape.textOnly && typeof this.#scalar(node) !== 'string')
                        return this.#wrong(node, shape, at);
                    return this.#template(node, shape.vocabulary, at, 0);
                case 'value':
                    return this.#value(node, at, 0);
                case 'condition':
                    return this.#condition(node, shape, at);
                default:
                    return isAccepted(shape, this.#scalar(node)) ? this.#scalar(node) : this.#wrong(node, shape, at);
            }
        });
    }
    #wrong(node, shape, place) {
        return this.report(place, describeNode(node), expectedOf(shape));
    }
    #resolved(given, place, read) {
        const at = { path: place.path, offset: given?.range?.[0] ?? place.offset };
        if (this.#exhausted)
            return undefined;
        this.#aliasedNodes += this.#aliases > 0 ? 1 : 0;
        if (this.#aliasedNodes > MAX_ALIASED_NODES)
            return this.#exhaust(at, 'aliases that stand for too much', `at most ${MAX_ALIASED_NODES} values through aliases`);
        if ((0,yaml_dist/* isAlias */.Vj)(given)) {
            const anchored = this.#anchors.get(given.source);
            if (!anchored)
                return this.report(at, `*${given.source}`, 'an alias of an anchor before it');
            this.#aliases += 1;
            const result = read(anchored);
            this.#aliases -= 1;
            return result;
        }
        if (given?.tag?.startsWith('!'))
            return this.report(this.#beforeValue(at, '!'), `the YAML tag ${quote(given.tag)}`, 'text in quotes or in ${{ }} where it begins with !');
        if (((0,yaml_dist.isScalar)(given) || (0,yaml_dist.isMap)(given) || (0,yaml_dist/* isSeq */.oP)(given)) && given.anchor)
            this.#anchors.set(given.anchor, given);
        return read(given);
    }
    #beforeValue({ path, offset }, mark) {
        return { path, offset: Math.max(this.#source.text.lastIndexOf(mark, offset), 0) };
    }
    #exhaust(place, found, expected) {
        this.#exhausted = true;
        return this.report(place, found, expected);
    }
    #scalar(node) {
        return (0,yaml_dist.isScalar)(node) ? node.value : node;
    }
    #record(node, shape, place) {
        if (shape.nullable && this.#scalar(node) === null)
            return {};
        if (!(0,yaml_dist.isMap)(node))
            return this.#wrong(node, shape, { ...place, offset: node?.range?.[0] ?? place.offset });
        const names = Object.keys(shape.fields);
        const entries = this.#entries(node, place.path, (key, at) => {
            if (names.includes(key))
                return true;
            const expected = names.length === 0 ? 'no key' : `one of ${names.join(', ')}${didYouMean(key, names)}`;
            this.report(at, `the key ${quote(key)}`, expected);
            return false;
        });
        const given = new Map(entries.map((entry) => [entry.key, entry]));
        if (given.size < (shape.minSize ?? 0))
            this.report(place, 'none of them', expectedOf(shape));
        const fields = Object.entries(shape.fields).flatMap(([name, field]) => {
            const entry = given.get(name);
            if (entry)
                return [[name, this.read(entry.value, field.shape, entry.place)]];
            if (field.required)
                this.report({ ...place, path: memberPath(place.path, name) }, 'nothing', expectedOf(field.shape));
            return [];
        });
        return Object.fromEntries(fields);
    }
    #map(node, shape, place) {
        if (!(0,yaml_dist.isMap)(node))
            return this.#wrong(node, shape, place);
        if (node.items.length < (shape.minSize ?? 0))
            this.report(place, 'an empty map', expectedOf(shape));
        const entries = this.#entries(node, place.path, (key, at) => {
            if (isLike(shape.keys, key))
                return true;
            this.report(at, `the key ${quote(key)}`, shape.keys.expected);
            return false;
        });
        return entries.map((entry) => ({ key: entry.key, value: this.read(entry.value, shape.values, entry.place) }));
    }
    #list(node, shape, place) {
        if (!(0,yaml_dist/* isSeq */.oP)(node))
            return this.#wrong(node, shape, place);
        if (node.items.length < (shape.minItems ?? 0))
            this.report(place, 'an empty list', expectedOf(shape));
        return node.items.map((item, index) => {
            const inner = item;
            return this.read(inner, shape.items, this.#item(place, index, inner));
        });
    }
    #item(place, index, item) {
        return { path: `${place.path}[${index}]`, offset: item?.range?.[0] ?? place.offset };
    }
    #entries(node, path, accept) {
        const seen = new Set();
        return node.items.flatMap((pair) => {
            const keyNode = pair.key;
            const value = pair.value;
            const key = keyText(keyNode);
            const offset = keyNode?.range?.[0] ?? node.range?.[0] ?? 0;
            if (key === undefined) {
                this.report({ path, offset }, `${describeNode(keyNode)} as a key`, 'text as a key');
                return [];
            }
            const place = { path: memberPath(path, key), offset };
            if (seen.has(key)) {
                this.report(place, `the key ${quote(key)} again`, 'every key once');
                return [];
            }
            seen.add(key);
            return accept(key, place) ? [{ key, value, place }] : [];
        });
    }
    #condition(node, shape, place) {
        const given = this.#scalar(node);
        if (typeof given === 'boolean')
            return plainCondition(given);
        if (typeof given !== 'string' || given.trim() === '')
            return this.#wrong(node, shape, place);
        return this.#expression(node, place, () => parseCondition(given, shape.vocabulary));
    }
    #expression(node, place, parse) {
        try {
            return parse();
        }
        catch (error) {
            if (!(error instanceof ExpressionError))
                throw error;
            const offset = offsetInScalar(this.#source.text, node, error.offset);
            return this.report({ path: place.path, offset }, error.found, error.expected);
        }
    }
    #template(given, vocabulary, place, depth) {
        const nested = (inner, at) => this.#resolved(inner, at, (node) => this.#template(node, vocabulary, at, depth + 1)) ?? NOTHING;
        if (depth > reader_MAX_NESTING)
            return this.#exhaust(place, 'more levels', `at most ${reader_MAX_NESTING} levels`);
        if ((0,yaml_dist/* isSeq */.oP)(given))
            return {
                kind: 'list',
                items: given.items.map((item, index) => nested(item, this.#item(place, index, item))),
            };
        if ((0,yaml_dist.isMap)(given)) {
            const entries = this.#entries(given, place.path, () => true);
            return { kind: 'map', entries: entries.map((entry) => [entry.key, nested(entry.value, entry.place)]) };
        }
        const plain = this.#plain(given, place);
        if (typeof plain !== 'string')
            return plain === undefined ? undefined : { kind: 'literal', value: plain };
        return this.#expression(given, place, () => parseTemplate(plain, vocabulary));
    }
    #value(given, place, depth) {
        const nested = (inner, at) => this.#resolved(inner, at, (node) => this.#value(node, at, depth + 1)) ?? null;
        if (depth > reader_MAX_NESTING)
            return this.#exhaust(place, 'more levels', `at most ${reader_MAX_NESTING} levels`);
        if ((0,yaml_dist/* isSeq */.oP)(given))
            return given.items.map((item, index) => nested(item, this.#item(place, index, item)));
        if (!(0,yaml_dist.isMap)(given))
            return this.#plain(given, place);
        const entries = this.#entries(given, place.path, () => true);
        return Object.fromEntries(entries.map((entry) => [entry.key, nested(entry.value, entry.place)]));
    }
    #plain(node, place) {
        const given = this.#scalar(node);
        if (given === null || typeof given === 'boolean' || typeof given === 'string')
            return given;
        if (typeof given !== 'number')
            return this.report(place, describeNode(node), 'a plain value');
        const exact = Number.isFinite(given) && (!Number.isInteger(given) || Number.isSafeInteger(given));
        return exact
            ? given
            : this.report(place, describeNode(node), 'a number that keeps all its digits, or quotes around it');
    }
}
const NOTHING = { kind: 'literal', value: null };
const keyText = (node) => {
    if (!(0,yaml_dist.isScalar)(node))
        return undefined;
    if (typeof node.value === 'string')
        return node.value;
    return typeof node.value === 'number' ? (node.source ?? String(node.value)) : undefined;
};
const describeNode = (node) => {
    if ((0,yaml_dist.isMap)(node))
        return 'a map';
    if ((0,yaml_dist/* isSeq */.oP)(node))
        return 'a list';
    if (!(0,yaml_dist.isScalar)(node) || node.value === null)
        return 'nothing';
    if (typeof node.value === 'string')
        return `the text ${quote(node.value)}`;
    if (typeof node.value === 'number')
        return `the number ${(node.source ?? String(node.value)).slice(0, 40)}`;
    return node.value === true ? 'true' : 'false';
};

;// CONCATENATED MODULE: ./build/orchestrator/engine/definition/parse-pipeline.js







const DEFAULT_TIMEOUT_MINUTES = 60;
const parsePipeline = (yamlText, implemented) => {
    const source = readSource(yamlText);
    if (source.problems.length > 0)
        return { ok: false, problems: source.problems };
    const reader = new Reader(source);
    const file = reader.read(source.contents, pipelineShape);
    if ((0,yaml_dist.isMap)(source.contents))
        checkPipeline(file ?? {}, implemented, reportAt(reader));
    if (source.problems.length > 0)
        return { ok: false, problems: source.problems.toSorted(byPlace) };
    return { ok: true, definition: toDefinition(file) };
};
const byPlace = (one, other) => one.line - other.line || one.column - other.column;
const reportAt = (reader) => (path, found, expected, where = 'value') => {
    let nearest = path;
    while (nearest !== '' && !reader.places.has(nearest))
        nearest = nearest.slice(0, Math.max(0, nearest.search(/[.[][^.[]*$/)));
    const place = reader.places.get(nearest) ?? { key: 0, value: 0 };
    reader.report({ path, offset: nearest === path ? place[where] : place.key }, found, expected);
};
const toObject = (entries) => Object.fromEntries((entries ?? []).map(({ key, value }) => [key, value]));
const toDefinition = (file) => ({
    id: file.id,
    name: file.name,
    metadata: toObject(file.metadata),
    on: toTriggers(file.on),
    timeoutMinutes: file['timeout-minutes'] ?? DEFAULT_TIMEOUT_MINUTES,
    concurrency: file.concurrency,
    permissions: toPermissions(file),
    jobs: file.jobs.map(({ key, value }) => toJob(key, value)),
});
const toPermissions = ({ permissions, ...file }) => {
    const inherited = file['run-as'] ?? permissions?.['run-as'];
    if (inherited !== undefined || permissions === undefined)
        return inherited;
    return { application: permissions.application, environmentTypes: toObject(permissions['env-types']) };
};
const toTriggers = (on) => {
    const inputs = (on.pipeline_call?.inputs ?? []).map(({ key, value }) => {
        const { type, required = false, description, default: fallback } = value;
        return { key, value: { type, required, description, default: fallback } };
    });
    return {
        deploymentRequest: on.deployment_request !== undefined,
        pipelineCall: on.pipeline_call && { inputs: toObject(inputs) },
        artefact: on.artefact && {
            type: on.artefact.type,
            include: on.artefact.include,
            exclude: on.artefact.exclude ?? [],
            matchRef: on.artefact['match-ref'],
        },
    };
};
const toJob = (id, job) => ({
    id,
    name: job.name ?? id,
    needs: job.needs ?? [],
    if: job.if ?? successCondition,
    outputs: toObject(job.outputs),
    timeoutMinutes: job['timeout-minutes'],
    continueOnError: job['continue-on-error'] ?? false,
    steps: job.steps.map(toStep),
});
const toStep = (step, index) => {
    const uses = readUses(step.uses);
    return {
        index,
        id: step.id,
        name: step.name ?? uses.action,
        uses,
        with: toObject(step.with),
        if: step.if ?? successCondition,
        continueOnError: step['continue-on-error'] ?? false,
        timeoutMinutes: step['timeout-minutes'],
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/etag.js


const etagHeader = (etag) => ({ etag: `"${etag}"` });
const etagOf = (content) => (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
const requireMatch = (kind, etag, ifMatch) => {
    if (ifMatch === undefined)
        return;
    const wanted = new Set(ifMatch.split(',').map((one) => one.trim().replace(/^(?:W\/)?"(.*)"$/, '$1')));
    if (!wanted.has(etag) && !wanted.has('*'))
        throw preconditionFailed(kind);
};

;// CONCATENATED MODULE: ./build/orchestrator/pipelines/model.js







const builtIn = 'default';
const keptDefinitions = 100;
const triggersOf = ({ deploymentRequest, pipelineCall, artefact }) => [
    ...(deploymentRequest ? ['deployment_request'] : []),
    ...(pipelineCall ? ['pipeline_call'] : []),
    ...(artefact ? ['artefact'] : []),
];
const createReader = (implemented) => {
    const known = new Map();
    return (text) => {
        const before = known.get(text);
        if (before)
            return before;
        const parsed = parsePipeline(text, implemented);
        if (!parsed.ok) {
            const [first] = parsed.problems;
            const more = parsed.problems.length > 1 ? ` (and ${parsed.problems.length - 1} more, see details)` : '';
            const where = first ? `line ${first.line}, column ${first.column}: ${first.message}` : 'it cannot be read';
            throw badRequest(`The pipeline is not valid: ${where}${more}`, { problems: parsed.problems });
        }
        const oldest = known.keys().next().value;
        if (known.size >= keptDefinitions && oldest !== undefined)
            known.delete(oldest);
        known.set(text, parsed.definition);
        return parsed.definition;
    };
};
const createPipelines = (parts, neighbours) => {
    const { store, scheduler, random } = parts;
    const pipelines = store.table('pipelines');
    const versions = store.table('pipeline-versions');
    const read = createReader(neighbours.implemented);
    const versionScope = ({ orgId, appId, pipelineId }) => `${appScope(orgId, appId)}/${pipelineId}`;
    const record = ({ orgId, appId, pipelineId }) => {
        const found = pipelines.get(appScope(orgId, appId), pipelineId);
        if (!found)
            throw notFound('Pipeline', pipelineId, `application '${orgId}/${appId}'`);
        return found;
    };
    const versionRecord = (place, id) => {
        const wanted = id ?? record(place).pipeline.version;
        const found = versions.get(versionScope(place), wanted);
        if (!found)
            throw notFound('Version', wanted, `pipeline '${place.pipelineId}'`);
        return found;
    };
    const listScope = (scope, query, url, caller) => {
        const { app, trigger, metadata = {} } = query;
        const from = pages_placeOf(query.page);
        const keep = (each) => (app === undefined || app.includes(each.app_id)) &&
            (trigger === undefined || each.trigger_types.includes(trigger)) &&
            Object.entries(metadata).every(([key, value]) => each.metadata?.[key] === value) &&
            (caller === undefined || neighbours.sees(caller, each.org_id, each.app_id));
        const rows = [...pipelines.scan({ ...scope, ...(from === undefined ? {} : { from }) })];
        return toPage(rows.map(({ place, value }) => ({ place, value: value.pipeline })), { query, url, keep });
    };
    const checkRights = (caller, orgId, appId, { permissions }) => {
        if (permissions !== undefined && permissions !== 'inherit')
            neighbours.mayGrant(caller, orgId, appId, permissions);
    };
    const nextVersion = (before, text) => {
        const { name, on, metadata } = read(text);
        const { id, org_id, app_id, status, created_at } = before;
        const pipeline = {
            id,
            etag: random.hex(8),
            org_id,
            app_id,
            name,
            status,
            version: random.uuid(),
            created_at,
            trigger_types: triggersOf(on),
            metadata: { ...metadata },
        };
        return pipeline;
    };
    const insertVersion = (pipeline, text, caller) => {
        const { id, org_id, app_id } = pipeline;
        const version = {
            id: pipeline.version,
            org_id,
            app_id,
            pipeline_id: id,
            created_by: caller.id,
            created_at: scheduler.timestamp(),
        };
        const place = { orgId: org_id, appId: app_id, pipelineId: id };
        versions.insert(versionScope(place), version.id, { version, pipeline, text });
    };
    const checkNew = ({ orgId, appId }, text, caller) => {
        const definition = read(text);
        const { id } = definition;
        if (id !== undefined && pipelines.get(appScope(orgId, appId), id)) {
            throw conflict(`Pipeline '${id}' exists already in application '${orgId}/${appId}'.`);
        }
        checkRights(caller, orgId, appId, definition);
        return definition;
    };
    const create = ({ orgId, appId }, text, caller) => {
        const { id = random.uuid() } = checkNew({ orgId, appId }, text, caller);
        const created_at = scheduler.timestamp();
        const pipeline = nextVersion({ id, org_id: orgId, app_id: appId, status: 'active', created_at }, text);
        pipelines.insert(appScope(orgId, appId), id, { pipeline, runAs: `s-${random.uuid()}` });
        insertVersion(pipeline, text, caller);
        return pipeline;
    };
    const checkUpdate = (place, text, { caller, ifMatch }) => {
        const before = record(place);
        requireMatch('pipeline', before.pipeline.etag, ifMatch);
        const definition = read(text);
        const { orgId, appId, pipelineId } = place;
        if (definition.id !== undefined && definition.id !== pipelineId) {
            throw badRequest(`The definition's id is '${definition.id}'; the id of pipeline '${pipelineId}' cannot change.`);
        }
        if (!definition.on.deploymentRequest && neighbours.hasCriteria(place)) {
            throw conflict(`Pipeline '${pipelineId}' has criteria, which need its trigger 'deployment_request'.`);
        }
        checkRights(caller, orgId, appId, definition);
        return before;
    };
    const update = (place, text, options) => {
        const before = checkUpdate(place, text, options);
        const pipeline = nextVersion(before.pipeline, text);
        pipelines.update(appScope(place.orgId, place.appId), place.pipelineId, { ...before, pipeline });
        insertVersion(pipeline, text, options.caller);
        return pipeline;
    };
    const remove = (place, { ifMatch }) => {
        const { orgId, appId, pipelineId } = place;
        requireMatch('pipeline', record(place).pipeline.etag, ifMatch);
        if (pipelineId === builtIn)
            throw conflict(`Pipeline '${builtIn}' is built in and cannot be deleted.`);
        if (neighbours.hasActiveRuns(place)) {
            throw conflict(`Pipeline '${pipelineId}' has runs that have not ended; cancel them or wait for their end.`);
        }
        neighbours.forgetPipeline(place);
        versions.deleteAll(versionScope(place));
        pipelines.delete(appScope(orgId, appId), pipelineId);
    };
    return {
        listOfOrganization: (orgId, query, url, caller) => listScope({ scope: orgId, within: true }, query, url, caller),
        list: ({ orgId, appId }, query, url) => listScope({ scope: appScope(orgId, appId) }, query, url),
        get: (place, version) => (version === undefined ? record(place) : versionRecord(place, version)).pipeline,
        create,
        update,
        checkNew: (place, text, caller) => void checkNew(place, text, caller),
        checkUpdate: (place, text, options) => void checkUpdate(place, text, options),
        delete: remove,
        versions: (place, query, url) => {
            record(place);
            const from = pages_placeOf(query.page);
            const newest = { scope: versionScope(place), order: 'newest-first' };
            const rows = [...versions.scan({ ...newest, ...(from === undefined ? {} : { from }) })];
            return toPage(rows.map(({ place: at, value }) => ({ place: at, value: value.version })), { query, url });
        },
        text: (place, version) => versionRecord(place, version).text,
        definition: (place, version) => read(versionRecord(place, version).text),
        runAs: (place) => record(place).runAs,
        createDefault: (orgId, appId, caller) => {
            create({ orgId, appId }, defaultPipelineYaml, caller);
            neighbours.createDefaultCriteria({ orgId, appId, pipelineId: builtIn });
        },
        forgetApplication: (orgId, appId) => {
            for (const { pipeline } of pipelines.list(appScope(orgId, appId))) {
                versions.deleteAll(versionScope({ orgId, appId, pipelineId: pipeline.id }));
            }
            pipelines.deleteAll(appScope(orgId, appId));
        },
    };
};
const toDefinitionData = (text) => (0,yaml_dist/* parse */.qg)(text);

;// CONCATENATED MODULE: ./build/orchestrator/engine/definition/json-schema.js


const pipelineJsonSchema = () => ({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Pipeline',
    ...toSchema(pipelineShape),
    $defs: Object.fromEntries(actionNames.map((name) => [name, actionSchema(name)])),
});
const textLike = (like) => ({
    type: 'string',
    pattern: like.pattern,
    minLength: like.minLength ?? 1,
    maxLength: like.maxLength,
});
const toSchema = (shape) => {
    switch (shape.type) {
        case 'word':
            return textLike(shape.like);
        case 'text':
            return { type: 'string', minLength: shape.minLength ?? 0, maxLength: shape.maxLength };
        case 'choice':
            return { enum: shape.options };
        case 'integer':
            return { type: 'integer', minimum: shape.minimum, maximum: shape.maximum };
        case 'boolean':
            return { type: 'boolean' };
        case 'regex':
            return { type: 'string', maxLength: 1000 };
        case 'value':
            return {};
        case 'condition':
            return { type: ['string', 'boolean'] };
        case 'template':
            return shape.textOnly ? { type: 'string' } : {};
        case 'list':
            return { type: 'array', items: toSchema(shape.items), minItems: shape.minItems ?? 0 };
        case 'map':
            return {
                type: 'object',
                propertyNames: textLike(shape.keys),
                additionalProperties: toSchema(shape.values),
                minProperties: shape.minSize ?? 0,
            };
        case 'record':
            return recordSchema(shape);
    }
};
const recordSchema = (shape) => {
    const fields = Object.entries(shape.fields);
    return {
        type: shape.nullable ? ['object', 'null'] : 'object',
        properties: Object.fromEntries(fields.map(([name, { shape, description }]) => [name, { ...toSchema(shape), description }])),
        required: fields.filter(([, field]) => field.required).map(([name]) => name),
        additionalProperties: false,
        minProperties: shape.minSize ?? 0,
        ...('uses' in shape.fields ? { allOf: actionNames.map(whenUsed) } : {}),
    };
};
const whenUsed = (name) => ({
    anyOf: [
        { properties: { uses: { not: { pattern: `/${name}(@.*)?$` } } } },
        { properties: { with: { $ref: `#/$defs/${name}` } }, required: needsInputs(name) ? ['with'] : [] },
    ],
});
const requiredInputs = (name) => Object.entries(actionOf(name).inputs).flatMap(([key, input]) => (input.required ? [key] : []));
const needsInputs = (name) => requiredInputs(name).length > 0 || actionOf(name).oneOf !== undefined;
const actionSchema = (name) => {
    const { description, inputs, oneOf } = actionOf(name);
    return {
        type: 'object',
        description,
        properties: Object.fromEntries(Object.entries(inputs).map(([key, input]) => [key, inputSchema(input)])),
        required: requiredInputs(name),
        additionalProperties: false,
        ...(oneOf ? { anyOf: oneOf.map((key) => ({ required: [key] })) } : {}),
    };
};
const jsonTypes = { text: 'string', number: 'number', list: 'array', map: 'object' };
const inputSchema = ({ type, required, description }) => {
    if (type === 'any')
        return { description };
    const types = [jsonTypes[type], ...(required ? [] : ['null'])];
    if (type === 'text')
        return { type: types, description };
    return { anyOf: [{ type: types }, { type: 'string', pattern: '^\\$\\{\\{' }], description };
};

;// CONCATENATED MODULE: ./build/orchestrator/pipelines/routes.js




const yamlType = 'application/x.humanitec-pipelines-v1.0+yaml';
const asksForYaml = (accept = '') => accept.toLowerCase().includes('yaml');
const withEtag = (body) => ({ body, headers: etagHeader(body.etag) });
const pipelineRoutes = (pipelines) => [
    route('get', '/orgs/{orgId}/pipelines', 'org:member', ({ path, query, url, caller }) => ({
        status: 200,
        ...pipelines.listOfOrganization(path.orgId, query, url, caller),
    })),
    route('get', '/orgs/{orgId}/apps/{appId}/pipelines', 'app:viewer', ({ path, query, url }) => ({
        status: 200,
        ...pipelines.list(path, query, url),
    })),
    route('post', '/orgs/{orgId}/apps/{appId}/pipelines', 'app:developer', ({ path, query, body, caller }) => {
        if (!query.dry_run)
            return { status: 201, ...withEtag(pipelines.create(path, body, caller)) };
        pipelines.checkNew(path, body, caller);
        return { status: 204 };
    }),
    route('get', '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}', 'app:viewer', ({ path, query }) => ({
        status: 200,
        ...withEtag(pipelines.get(path, query.version)),
    })),
    route('patch', '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}', 'app:developer', ({ path, query, headers, body, caller }) => {
        const options = { caller, ifMatch: headers['if-match'] };
        if (!query.dry_run)
            return { status: 200, ...withEtag(pipelines.update(path, body, options)) };
        pipelines.checkUpdate(path, body, options);
        return { status: 204 };
    }),
    route('delete', '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}', 'app:developer', ({ path, headers }) => {
        pipelines.delete(path, { ifMatch: headers['if-match'] });
        return { status: 204 };
    }),
    route('get', '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/versions', 'app:viewer', ({ path, query, url }) => ({
        status: 200,
        ...pipelines.versions(path, query, url),
    })),
    route('get', '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/schema', 'app:viewer', ({ path, query, headers }) => {
        const text = pipelines.text(path, query.version);
        return asksForYaml(headers['accept'])
            ? { status: 200, text, headers: { 'content-type': yamlType } }
            : { status: 200, body: toDefinitionData(text) };
    }),
    route('get', '/orgs/{orgId}/pipeline-schemas/latest', 'org:member', () => ({
        status: 200,
        body: { ...pipelineJsonSchema() },
    })),
];

;// CONCATENATED MODULE: ./build/orchestrator/runs/idempotency.js



const keptMs = 24 * 60 * 60 * 1000;
const maxKeyLength = 255;
const createIdempotency = ({ store, scheduler }) => {
    const known = store.table('idempotency-keys');
    const forgetExpired = (scope) => {
        const expired = [];
        for (const { value } of known.scan({ scope })) {
            if (value.at + keptMs > scheduler.now())
                break;
            expired.push(value.id);
        }
        for (const id of expired)
            known.delete(scope, id);
    };
    return {
        once: ({ key, route, body, caller }, { find, create }) => {
            if (key === undefined || key === '')
                return create();
            if (key.length > maxKeyLength)
                throw badRequest(`Idempotency-Key may have at most ${maxKeyLength} characters.`);
            const scope = caller.id;
            forgetExpired(scope);
            const id = `${route} ${key}`;
            const bodyHash = (0,external_node_crypto_.createHash)('sha256')
                .update(JSON.stringify(body) ?? '')
                .digest('hex');
            const before = known.get(scope, id);
            if (!before) {
                const made = create();
                known.insert(scope, id, { id, bodyHash, run: refOf(made), at: scheduler.now() });
                return made;
            }
            if (before.bodyHash !== bodyHash) {
                throw unprocessable(`Idempotency-Key '${key}' was used with another body; use a new key for a new request.`);
            }
            const run = find(before.run);
            if (!run)
                throw conflict(`Run '${before.run.runId}', which Idempotency-Key '${key}' stands for, has been deleted.`);
            return run;
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/runs/inputs.js


const sources = ['delta_id', 'set_id', 'deployment_id'];
const environmentOf = ({ env_id, environment }) => {
    if (env_id !== undefined && environment !== undefined && env_id !== environment) {
        throw badRequest(`env_id '${env_id}' and its old name environment '${environment}' contradict each other.`);
    }
    const id = env_id ?? environment;
    if (!id)
        throw badRequest('env_id is missing: it says where to deploy.');
    return id;
};
const readDeploymentInputs = (request, neighbours) => {
    const envId = environmentOf(request);
    const { delta_id, set_id, deployment_id, value_set_version_id, comment = '', mode } = request;
    const given = sources.filter((name) => request[name]);
    if (given.length > 1)
        throw badRequest(`${given.join(' and ')} exclude each other: give one of them.`);
    if (value_set_version_id && !delta_id && !set_id) {
        throw badRequest('value_set_version_id goes with delta_id or set_id only.');
    }
    if (!neighbours.environmentExists(envId))
        throw badRequest(`Environment '${envId}' does not exist.`);
    const deployment = deployment_id ? neighbours.deployment(deployment_id) : undefined;
    if (deployment_id && !deployment)
        throw badRequest(`Deployment '${deployment_id}' does not exist.`);
    if (delta_id && !neighbours.hasDelta(delta_id))
        throw badRequest(`Delta '${delta_id}' does not exist.`);
    if (set_id)
        neighbours.requireSet(set_id);
    const values = deployment ? deployment.value_set_version_id : value_set_version_id;
    const set = deployment?.set_id ?? (delta_id ? undefined : set_id || neighbours.baseSet(envId));
    const inputs = {
        env_id: envId,
        comment,
        ...(delta_id ? { delta_id } : {}),
        ...(deployment ? { deployment_id: deployment.id } : {}),
        ...(set ? { set_id: set } : {}),
        ...(values ? { value_set_version_id: values } : {}),
        ...(mode ? { mode } : {}),
    };
    return { envId, deploymentType: deployment ? 're-deploy' : 'deploy', inputs };
};
const kindOf = (value) => {
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return 'array';
    return typeof value;
};
const readCallInputs = (given, declared) => {
    const problems = [];
    const inputs = {};
    for (const name of Object.keys(given)) {
        if (!Object.hasOwn(declared, name))
            problems.push(`input '${name}' is not one of the pipeline`);
    }
    for (const [name, { type, required, default: fallback }] of Object.entries(declared)) {
        const own = Object.hasOwn(given, name) ? given[name] : undefined;
        const value = own ?? fallback ?? null;
        if (value === null) {
            if (required)
                problems.push(`input '${name}' is missing`);
        }
        else if (isInputOfType(value, type))
            inputs[name] = value;
        else
            problems.push(`input '${name}' must be of type ${type}, not ${kindOf(value)}`);
    }
    if (problems.length === 0)
        return inputs;
    throw unprocessable(`The inputs do not fit the pipeline: ${problems.join('; ')}.`, { problems });
};

;// CONCATENATED MODULE: ./build/orchestrator/runs/model.js









const logPageSize = 100;
const keepRun = (query) => {
    const { app, pipeline, env, status, completed } = query;
    const after = query.created_after === undefined ? -Infinity : Date.parse(query.created_after);
    const before = query.created_before === undefined ? Infinity : Date.parse(query.created_before);
    return (run) => {
        const created = Date.parse(run.created_at);
        return ((app === undefined || app.includes(run.app_id)) &&
            (pipeline === undefined || pipeline.includes(run.pipeline_id)) &&
            (env === undefined || run.env_ids.includes(env)) &&
            (status === undefined || status.includes(run.status)) &&
            (completed === undefined || completed === hasEnded(run)) &&
            created > after &&
            created < before);
    };
};
const createRuns = (parts, neighbours) => {
    const { records } = neighbours;
    const idempotency = createIdempotency(parts);
    const require = (ref) => {
        const found = records.run(ref);
        if (!found)
            throw notFound('Run', ref.runId, `pipeline '${ref.pipelineId}'`);
        return found;
    };
    const requireEnded = (ref, what) => {
        const found = require(ref);
        if (hasEnded(found.run))
            return found;
        throw conflict(`Run '${ref.runId}' is ${found.run.status}; only a run that has ended can be ${what}.`);
    };
    const start = (attempt, toRun, dryRun = false) => {
        if (dryRun) {
            toRun();
            return undefined;
        }
        const create = () => neighbours.submit(toRun());
        return idempotency.once(attempt, { find: records.run, create }).run;
    };
    const toDeploymentRun = (app, request, caller) => {
        const { orgId, appId } = app;
        const { envId, deploymentType, inputs } = readDeploymentInputs(request, {
            ...neighbours.deploymentInputs(app),
            environmentExists: (id) => neighbours.environmentType(orgId, appId, id) !== undefined,
        });
        neighbours.mayDeploy(caller, { orgId, appId, envId });
        const envType = neighbours.environmentType(orgId, appId, envId) ?? '';
        const pipelineId = neighbours.match(orgId, appId, { envId, envType, deploymentType });
        if (pipelineId === undefined)
            throw badRequest(`No pipeline has criteria that fit a ${deploymentType} to '${envId}'.`);
        return { pipeline: { orgId, appId, pipelineId }, trigger: 'deployment_request', inputs, caller };
    };
    const toCallRun = (pipeline, given, caller) => {
        const { on } = neighbours.definition(pipeline);
        if (!on.pipelineCall)
            throw badRequest(`Pipeline '${pipeline.pipelineId}' has no trigger 'pipeline_call'.`);
        const inputs = readCallInputs(given, on.pipelineCall.inputs);
        return { pipeline, trigger: 'pipeline_call', inputs, caller };
    };
    const toRestartedRun = (ref, caller) => {
        const { run } = requireEnded(ref, 'restarted');
        const { orgId, appId, pipelineId } = ref;
        const inputs = run.inputs;
        if (run.trigger === 'pipeline_call')
            return toCallRun({ orgId, appId, pipelineId }, inputs, caller);
        const envId = toText(inputs['env_id'] ?? null);
        if (neighbours.environmentType(orgId, appId, envId) === undefined) {
            throw badRequest(`Environment '${envId}' does not exist any more.`);
        }
        neighbours.mayDeploy(caller, { orgId, appId, envId });
        if (!neighbours.definition(ref).on.deploymentRequest) {
            throw badRequest(`Pipeline '${pipelineId}' has no trigger 'deployment_request' any more.`);
        }
        return { pipeline: { orgId, appId, pipelineId }, trigger: 'deployment_request', inputs, caller };
    };
    const forget = (record) => {
        const ref = refOf(record);
        if (!hasEnded(record.run))
            neighbours.abandon(record);
        neighbours.forgetApprovals(ref);
        records.remove(ref);
    };
    return {
        listOfOrganization: (orgId, query, url, caller) => {
            const keep = keepRun(query);
            const rows = mapRows(records.scanRuns(orgId, undefined, pages_placeOf(query.page)), ({ run }) => run);
            return toPage(rows, {
                query,
                url,
                keep: (run) => keep(run) && neighbours.sees(caller, orgId, run.app_id),
            });
        },
        list: (pipeline, query, url) => {
            neighbours.definition(pipeline);
            const rows = mapRows(records.scanRuns(pipeline.orgId, pipeline, pages_placeOf(query.page)), ({ run }) => run);
            return toPage(rows, { query, url, keep: keepRun(query) });
        },
        get: (ref) => require(ref).run,
        requestDeployment: (app, request, attempt, dryRun) => start(attempt, () => toDeploymentRun(app, request, attempt.caller), dryRun),
        call: (pipeline, given, attempt, dryRun) => start(attempt, () => toCallRun(pipeline, given, attempt.caller), dryRun),
        restart: (ref, attempt) => {
            require(ref);
            return idempotency.once(attempt, {
                find: records.run,
                create: () => neighbours.submit(toRestartedRun(ref, attempt.caller)),
            }).run;
        },
        cancel: (ref, caller, { ifMatch }) => {
            const { run } = require(ref);
            requireMatch('run', run.etag, ifMatch);
            const answer = cancellation[statusOf(run)];
            if (answer === 'refused')
                throw conflict(`Run '${run.id}' has ${run.status} already and cannot be cancelled.`);
            if (answer !== 'done')
                neighbours.cancel(ref, `Cancelled by ${caller.name}.`);
        },
        delete: (ref, { ifMatch }) => {
            requireMatch('run', require(ref).run.etag, ifMatch);
            forget(requireEnded(ref, 'deleted'));
        },
        jobs: (ref, query, url) => {
            require(ref);
            const rows = mapRows(records.scanJobs(ref, pages_placeOf(query.page)), ({ job }) => job);
            const keep = ({ status }) => query.status === undefined || query.status.includes(status);
            return toPage(rows, { query, url, keep });
        },
        job: (ref, jobId) => {
            require(ref);
            const found = records.job(ref, jobId);
            if (!found)
                throw notFound('Job', jobId, `run '${ref.runId}'`);
            const steps = found.steps.map(({ step }) => step).filter(({ status }) => status !== 'queued');
            return { ...found.job, steps };
        },
        logs: (ref, { jobId, stepIndex }, query, url) => {
            require(ref);
            if (!records.job(ref, jobId)?.steps[stepIndex]) {
                throw notFound('Step', String(stepIndex), `job '${jobId}' of run '${ref.runId}'`);
            }
            const rows = records.scanLogs(ref, jobId, stepIndex, pages_placeOf(query.page));
            const page = toPage(rows, { query: { ...query, per_page: logPageSize }, url });
            return { ...page, etag: etagOf(page.body) };
        },
        hasActive: records.hasActive,
        forgetPipeline: (pipeline) => {
            for (const record of records.ofPipeline(pipeline))
                forget(record);
        },
        forgetApplication: (orgId, appId) => {
            for (const record of records.ofApplication(orgId, appId))
                forget(record);
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/runs/queue.js


const createQueue = ({ store }) => {
    const members = store.table('concurrency');
    const scopeOf = ({ run }) => `${appScope(run.org_id, run.app_id)}/${run.concurrency_group}`;
    const first = (scope) => {
        for (const { value } of members.scan({ scope }))
            return value;
        return undefined;
    };
    const hasGroup = ({ run }) => run.concurrency_group !== undefined;
    return {
        enter: (record) => {
            if (!hasGroup(record))
                return true;
            const scope = scopeOf(record);
            members.insert(scope, record.run.id, refOf(record));
            return first(scope)?.runId === record.run.id;
        },
        leave: (record) => {
            if (!hasGroup(record))
                return undefined;
            const scope = scopeOf(record);
            const wasFirst = first(scope)?.runId === record.run.id;
            members.delete(scope, record.run.id);
            return wasFirst ? first(scope) : undefined;
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/runs/routes.js


const attemptOf = (call) => ({
    key: call.headers['idempotency-key'],
    route: new URL(call.url).pathname,
    body: call.body,
    caller: call.caller,
});
const created = (run) => run ? { status: 201, body: run, headers: etagHeader(run.etag) } : { status: 204 };
const routes_onePath = '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}';
const runRoutes = (runs) => [
    route('get', '/orgs/{orgId}/pipeline-runs', 'org:member', ({ path, query, url, caller }) => ({
        status: 200,
        ...runs.listOfOrganization(path.orgId, query, url, caller),
    })),
    route('post', '/orgs/{orgId}/apps/{appId}/pipeline-runs', 'app:developer', (call) => created(runs.requestDeployment(call.path, call.body, attemptOf(call), call.query.dry_run))),
    route('get', '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs', 'app:viewer', ({ path, query, url }) => ({
        status: 200,
        ...runs.list(path, query, url),
    })),
    route('post', '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs', 'app:developer', (call) => created(runs.call(call.path, call.body.inputs, attemptOf(call), call.query.dry_run))),
    route('get', routes_onePath, 'app:viewer', ({ path }) => {
        const run = runs.get(path);
        return { status: 200, body: run, headers: etagHeader(run.etag) };
    }),
    route('delete', routes_onePath, 'app:developer', ({ path, headers }) => {
        runs.delete(path, { ifMatch: headers['if-match'] });
        return { status: 204 };
    }),
    route('post', `${routes_onePath}/cancel`, 'app:developer', ({ path, headers, caller }) => {
        runs.cancel(path, caller, { ifMatch: headers['if-match'] });
        return { status: 204 };
    }),
    route('post', `${routes_onePath}/restart`, 'app:developer', (call) => {
        const run = runs.restart(call.path, attemptOf({ ...call, body: undefined }));
        return { status: 201, body: run, headers: etagHeader(run.etag) };
    }),
    route('get', `${routes_onePath}/jobs`, 'app:viewer', ({ path, query, url }) => ({
        status: 200,
        ...runs.jobs(path, query, url),
    })),
    route('get', `${routes_onePath}/jobs/{jobId}`, 'app:viewer', ({ path }) => {
        const job = runs.job(path, path.jobId);
        return { status: 200, body: job, headers: etagHeader(job.etag) };
    }),
    route('get', `${routes_onePath}/jobs/{jobId}/steps/{stepIndex}/logs`, 'app:viewer', ({ path, query, url }) => {
        const { body, headers, etag } = runs.logs(path, path, query, url);
        return { status: 200, body, headers: { ...headers, ...etagHeader(etag) } };
    }),
];

;// CONCATENATED MODULE: ./build/orchestrator/pipeline-models.js
















const createPipelineModels = (parts, neighbours) => {
    const { artefacts, auth, cluster, deltas, deployments, environments, sets } = neighbours;
    const { transport, allowHttp = [], githubApiUrl } = neighbours.outgoing;
    const records = createRunRecords(parts);
    const mayDeploy = (caller, place) => {
        const { type } = environments.record(place.orgId, place.appId, place.envId);
        neighbours.mayDeploy(caller, { ...place, envType: type });
    };
    const sees = (caller, orgId, appId) => {
        try {
            auth.authorize(caller, 'app:viewer', orgId, appId);
            return true;
        }
        catch (error) {
            if (error instanceof HttpError)
                return false;
            throw error;
        }
    };
    const baseSet = ({ orgId, appId, envId }) => {
        const { from_deploy_id } = environments.record(orgId, appId, envId);
        const base = from_deploy_id === undefined ? undefined : deployments.find(orgId, appId, from_deploy_id);
        return base?.set_id ?? hash/* emptySetId */.Nx;
    };
    const criteria = createCriteria(parts, { pipeline: (place) => pipelines.get(place) });
    const pipelines = createPipelines(parts, {
        sees,
        implemented: implementedActions,
        mayGrant: (caller, orgId, appId, { application, environmentTypes }) => {
            if (application)
                auth.authorize(caller, `app:${application}`, orgId, appId);
            for (const envType of Object.keys(environmentTypes)) {
                if (auth.mayDeploy(caller, { orgId, appId, envType }))
                    continue;
                throw forbidden(`${caller.name} cannot give runs the role 'deployer' on environment type '${envType}': who gives it must hold it.`);
            }
        },
        createDefaultCriteria: (place) => void criteria.create(place, { trigger: 'deployment_request' }),
        hasCriteria: criteria.has,
        hasActiveRuns: (place) => runs.hasActive(place),
        forgetPipeline: (place) => {
            runs.forgetPipeline(place);
            criteria.forgetPipeline(place);
        },
    });
    const approvals = createApprovals(parts, {
        mayDeploy,
        decided: (approval, caller) => engine.approvalDecided(approval, caller),
    });
    const outbox = (0,outbox_outbox/* createOutbox */.g)(parts, {
        transport: transport ?? (() => Promise.reject(new Error('there is nothing to send requests with'))),
        isAwaited: (asker, requestId) => engine.isAwaited(asker, requestId),
        answered: (asker, requestId, answer) => engine.requestAnswered(asker, requestId, answer),
        onBug: neighbours.onBug,
    });
    const engine = createEngine(parts, {
        records,
        queue: createQueue(parts),
        pipeline: (place) => pipelines.get(place),
        definition: pipelines.definition,
        runAs: pipelines.runAs,
        user: auth.user,
        steps: {
            baseSet,
            applyDelta: sets.applyDelta,
            modulesOf: (orgId, appId, setId) => sets.get(orgId, appId, setId).modules,
            environment: ({ orgId, appId, envId }) => environments.record(orgId, appId, envId),
            deployments,
            approvals,
            cluster,
            artefacts,
            deltas,
            outbox,
            outgoing: { canSend: transport !== undefined, allowHttp, githubApiUrl },
            newUid: parts.random.uuid,
        },
    });
    const runs = createRuns(parts, {
        records,
        sees,
        mayDeploy,
        definition: (place) => pipelines.definition(place, pipelines.get(place).version),
        match: criteria.match,
        environmentType: (orgId, appId, envId) => environments.exists(orgId, appId, envId) ? environments.record(orgId, appId, envId).type : undefined,
        deploymentInputs: ({ orgId, appId }) => ({
            deployment: (id) => deployments.find(orgId, appId, id),
            requireSet: (id) => sets.require(orgId, appId, id),
            hasDelta: (id) => deltas.content(orgId, appId, id) !== undefined,
            baseSet: (envId) => baseSet({ orgId, appId, envId }),
        }),
        submit: engine.submit,
        cancel: engine.cancel,
        abandon: engine.abandon,
        forgetApprovals: ({ orgId, appId, runId }) => approvals.forgetRun(orgId, appId, runId),
    });
    return {
        pipelines,
        criteria,
        runs,
        approvals,
        engine,
        outbox,
        routes: [
            ...pipelineRoutes(pipelines),
            ...criteriaRoutes(criteria),
            ...runRoutes(runs),
            ...approvalRoutes(approvals),
        ],
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/resources/model.js


const textOr = (value, otherwise) => (typeof value === 'string' && value !== '' ? value : otherwise);
const model_needsOf = ({ modules, shared }) => {
    const needs = (prefix, resources) => Object.entries((resources ?? {})).flatMap(([name, resource]) => typeof resource?.type === 'string'
        ? [{ resId: `${prefix}.${name}`, type: resource.type, class: textOr(resource.class, 'default') }]
        : []);
    return [
        ...Object.entries(modules).flatMap(([name, module]) => needs(`modules.${name}.externals`, module?.externals)),
        ...needs('shared', shared),
    ];
};
const valuesOf = ({ type, resId }, { orgId, appId, envId }) => {
    const name = resId
        .replace(/^modules\.(.+?)\.externals\.(.+)$/, (_, workload, own) => own === type ? workload : `${workload}-${own}`)
        .replaceAll(/[^a-z0-9]+/g, '-');
    if (type === 'dns' || type === 'route')
        return { host: `${name}.${envId}.${appId}.${orgId}.test` };
    if (type === 'redis')
        return { host: `${name}.${envId}.svc.test`, port: 6379 };
    return {};
};
const createResources = ({ store, scheduler }) => {
    const resources = store.table('active-resources');
    const scopeOf = (place) => `${appScope(place.orgId, place.appId)}/${place.envId}`;
    const toActive = (need, place) => ({
        org_id: place.orgId,
        app_id: place.appId,
        env_id: place.envId,
        env_type: place.envType,
        res_id: need.resId,
        type: need.type,
        class: need.class,
        def_id: `default-${need.type}`,
        def_version_id: '',
        deploy_id: place.deployId,
        driver_type: 'humanitec/echo',
        gu_res_id: (0,external_node_crypto_.createHash)('sha1')
            .update(`${scopeOf(place)} ${need.type}#${need.resId}`)
            .digest('hex'),
        resource: valuesOf(need, place),
        secret_refs: {},
        scheduled_deletion: false,
        status: 'active',
        updated_at: scheduler.timestamp(),
    });
    return {
        list: (place) => resources.list(scopeOf(place)),
        has: (orgId, appId, envId) => {
            const scope = envId === undefined ? appScope(orgId, appId) : scopeOf({ orgId, appId, envId });
            return !resources.scan({ scope, within: envId === undefined }).next().done;
        },
        provision: (place, set) => {
            const scope = scopeOf(place);
            for (const need of model_needsOf(set)) {
                const id = `${need.type}#${need.resId}`;
                const active = toActive(need, place);
                if (resources.get(scope, id))
                    resources.update(scope, id, active);
                else
                    resources.insert(scope, id, active);
            }
        },
        forgetEnvironment: (orgId, appId, envId) => resources.deleteAll(scopeOf({ orgId, appId, envId })),
        forgetApplication: (orgId, appId) => {
            const scopes = new Set();
            for (const { value } of resources.scan({ scope: appScope(orgId, appId), within: true })) {
                scopes.add(scopeOf({ orgId, appId, envId: value.env_id }));
            }
            for (const scope of scopes)
                resources.deleteAll(scope);
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/resources/routes.js

const resourceRoutes = (resources) => [
    route('get', '/orgs/{orgId}/apps/{appId}/envs/{envId}/resources', 'app:viewer', ({ path }) => ({
        status: 200,
        body: resources.list(path),
    })),
];

;// CONCATENATED MODULE: ./build/orchestrator/score/routes.js


const scoreRoutes = () => [
    route('post', '/orgs/{orgId}/artefact-versions/convert-score', 'org:member', ({ body }) => ({
        status: 200,
        body: toScoreSet(body),
    })),
];

// EXTERNAL MODULE: ./build/sets/apply.js
var apply = __webpack_require__(8184);
// EXTERNAL MODULE: ./build/sets/delta.js
var delta = __webpack_require__(3418);
// EXTERNAL MODULE: ./build/sets/diff.js
var diff = __webpack_require__(9421);
;// CONCATENATED MODULE: ./build/orchestrator/sets/model.js







const createSets = ({ store }, neighbours) => {
    const sets = store.table('sets');
    const find = (orgId, appId, id) => (0,hash/* isEmptySetId */.Bb)(id) ? { ...delta/* emptySet */.mj, id } : sets.get(appScope(orgId, appId), id);
    const noSuch = (kind, id, orgId, appId) => `${kind} '${id}' does not exist in application '${orgId}/${appId}'.`;
    const record = (orgId, appId, id) => {
        const found = find(orgId, appId, id);
        if (found)
            return found;
        const body = noSuch('Set', id, orgId, appId);
        throw new HttpError(404, body, { body });
    };
    const require = (orgId, appId, id) => {
        const found = find(orgId, appId, id);
        if (!found)
            throw badRequest(noSuch('Set', id, orgId, appId));
        return found;
    };
    const toResponse = ({ id, ...content }) => ({ id, version: 0, ...toSetContent(content) });
    const insert = (orgId, appId, set) => {
        const id = (0,hash/* hashSet */.zI)(set);
        if (!find(orgId, appId, id))
            sets.insert(appScope(orgId, appId), id, { id, ...set });
        return id;
    };
    const applyTo = (orgId, appId, base, delta) => {
        const applied = content_valueOf((0,apply/* applyDelta */.T)(base, delta), `The delta does not fit set '${base.id}'`);
        return insert(orgId, appId, completeSet(applied));
    };
    return {
        list: (orgId, appId) => sets.list(appScope(orgId, appId)).map(toResponse),
        get: (orgId, appId, id) => toResponse(record(orgId, appId, id)),
        require: (orgId, appId, id) => void require(orgId, appId, id),
        store: (orgId, appId, content) => insert(orgId, appId, readSet(content)),
        apply: (orgId, appId, id, delta) => applyTo(orgId, appId, record(orgId, appId, id), readDelta(delta)),
        applyDelta: (orgId, appId, id, deltaId) => {
            const delta = neighbours.delta(orgId, appId, deltaId);
            if (!delta)
                throw badRequest(noSuch('Delta', deltaId, orgId, appId));
            return applyTo(orgId, appId, require(orgId, appId, id), delta);
        },
        diff: (orgId, appId, id, sourceId) => toPlainDelta((0,diff/* diffSets */.Z)(record(orgId, appId, id), record(orgId, appId, sourceId))),
        forgetApplication: (orgId, appId) => sets.deleteAll(appScope(orgId, appId)),
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/sets/routes.js

const setRoutes = (sets) => [
    route('get', '/orgs/{orgId}/apps/{appId}/sets', 'app:viewer', ({ path }) => ({
        status: 200,
        body: sets.list(path.orgId, path.appId),
    })),
    route('get', '/orgs/{orgId}/apps/{appId}/sets/{setId}', 'app:viewer', ({ path, query }) => ({
        status: 200,
        body: query.diff === undefined
            ? sets.get(path.orgId, path.appId, path.setId)
            : sets.diff(path.orgId, path.appId, path.setId, query.diff),
    })),
    route('post', '/orgs/{orgId}/apps/{appId}/sets/{setId}', 'app:developer', ({ path, body }) => ({
        status: 200,
        body: sets.apply(path.orgId, path.appId, path.setId, body),
    })),
    route('get', '/orgs/{orgId}/apps/{appId}/sets/{setId}/diff/{sourceSetId}', 'app:viewer', ({ path }) => ({
        status: 200,
        body: sets.diff(path.orgId, path.appId, path.setId, path.sourceSetId),
    })),
];

;// CONCATENATED MODULE: ./build/orchestrator/users/model.js
const toProfile = ({ id, name, email, type, created_at, properties, roles }) => ({
    id,
    name,
    type,
    created_at,
    properties,
    roles,
    ...(email === undefined ? {} : { email }),
});
const createUsers = (auth) => ({
    profile: toProfile,
    changeProfile: (caller, { name, email, properties }) => {
        const changed = {
            ...caller,
            ...(name === undefined ? {} : { name }),
            ...(email === undefined ? {} : { email }),
            ...(properties === undefined ? {} : { properties }),
        };
        auth.updateUser(changed);
        return toProfile(changed);
    },
});

;// CONCATENATED MODULE: ./build/orchestrator/users/routes.js

const userRoutes = (users) => [
    route('get', '/current-user', 'anybody', ({ caller }) => ({ status: 200, body: users.profile(caller) })),
    route('patch', '/current-user', 'anybody', ({ caller, body }) => ({
        status: 200,
        body: users.changeProfile(caller, body),
    })),
];

;// CONCATENATED MODULE: ./build/orchestrator/models.js























const createModels = (parts, { auth, outgoing, onBug }) => {
    const cluster = createCluster(parts);
    const resources = createResources(parts);
    const artefacts = createArtefacts(parts);
    const deltas = createDeltas(parts);
    const sets = createSets(parts, { delta: deltas.content });
    const environments = createEnvironments(parts, {
        typeExists: (orgId, type) => environmentTypes.exists(orgId, type),
        deployment: (orgId, appId, id) => deployments.find(orgId, appId, id),
        hasActiveDeployment: (orgId, appId, envId) => deployments.active({ orgId, appId, envId }) !== undefined,
        hasActiveResources: resources.has,
        teardownMs: () => cluster.behaviour().teardownMs,
        forgetEnvironment: (orgId, appId, envId) => {
            resources.forgetEnvironment(orgId, appId, envId);
            deployments.forgetEnvironment(orgId, appId, envId);
        },
    });
    const environmentTypes = createEnvironmentTypes(parts, { environmentsOfType: environments.ofType });
    const mayDeploy = (caller, place) => {
        if (auth.mayDeploy(caller, place))
            return;
        throw forbidden(`${caller.name} may not deploy to '${place.envId}': that needs the role 'deployer' on environment type '${place.envType}' and 'developer' on the application.`);
    };
    const deployments = createDeployments(parts, {
        environment: ({ orgId, appId, envId }) => environments.record(orgId, appId, envId),
        applyDelta: sets.applyDelta,
        requireSet: sets.require,
        modulesOf: (orgId, appId, setId) => sets.get(orgId, appId, setId).modules,
        deltaDeployed: deltas.deployed,
        outcomeOf: cluster.outcomeOf,
        mayDeploy,
        started: ({ orgId, appId, envId }, { id }) => environments.deployed(orgId, appId, envId, id),
        isBase: environments.isBase,
        ended: (place, deployment) => {
            if (deployment.status === 'succeeded') {
                const { type } = environments.record(place.orgId, place.appId, place.envId);
                const set = sets.get(place.orgId, place.appId, deployment.set_id);
                resources.provision({ ...place, envType: type, deployId: deployment.id }, set);
            }
            engine.deploymentEnded(place, deployment);
        },
    });
    const pipelining = createPipelineModels(parts, {
        artefacts,
        auth,
        cluster,
        deltas,
        deployments,
        environments,
        sets,
        outgoing,
        onBug,
        mayDeploy,
    });
    const { pipelines, criteria, runs, approvals, engine, outbox } = pipelining;
    const applications = createApplications(parts, {
        environmentsOf: environments.list,
        createEnvironment: environments.create,
        createDefaultPipeline: pipelines.createDefault,
        makeOwner: (orgId, appId, caller) => auth.grant(caller.id, appPath(orgId, appId), 'owner'),
        hasActiveResources: resources.has,
        teardownMs: () => cluster.behaviour().teardownMs,
        dependants: [runs, approvals, pipelines, criteria, resources, deployments, environments, deltas, sets],
    });
    return {
        models: {
            applications,
            artefacts,
            cluster,
            deltas,
            deployments,
            environments,
            environmentTypes,
            resources,
            sets,
            pipelines,
            criteria,
            runs,
            approvals,
            engine,
            outbox,
        },
        routes: [
            ...applicationRoutes(applications),
            ...artefactRoutes(artefacts),
            ...deltaRoutes(deltas),
            ...deploymentRoutes(deployments),
            ...environmentRoutes(environments),
            ...environmentTypeRoutes(environmentTypes),
            ...pipelining.routes,
            ...resourceRoutes(resources),
            ...scoreRoutes(),
            ...setRoutes(sets),
            ...userRoutes(createUsers(auth)),
        ],
        locate: ({ orgId = '', appId, envId }) => {
            if (appId === undefined)
                return;
            applications.get(orgId, appId);
            if (envId !== undefined)
                environments.record(orgId, appId, envId);
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/scheduler.js
const scheduler_scope = 'due';
const createScheduler = ({ store, clock, random, onBug, }) => {
    const tasks = store.table('due');
    const kinds = new Map();
    let moment;
    let made = Math.max(0, ...tasks.list(scheduler_scope).map(({ id }) => Number(id.split(' ')[1])));
    const next = () => tasks.first(scheduler_scope);
    const idOf = (at) => {
        made += 1;
        return `${String(Math.ceil(at)).padStart(16, '0')} ${String(made).padStart(12, '0')} ${random.hex(4)}`;
    };
    const now = () => moment ?? clock.now();
    return {
        now,
        timestamp: () => new Date(now()).toISOString(),
        on: (kind, work) => void kinds.set(kind, work),
        schedule: (kind, at, payload) => {
            const id = idOf(at);
            tasks.insert(scheduler_scope, id, { id, at, kind, payload });
        },
        runDue: () => {
            const end = clock.now();
            for (let task = next(); task && task.at <= end; task = next()) {
                const { id, at, kind, payload } = task;
                const work = kinds.get(kind);
                if (!work)
                    throw new Error(`nothing is registered for scheduled work of kind '${kind}'`);
                moment = at;
                try {
                    store.transaction(() => {
                        tasks.delete(scheduler_scope, id);
                        work(payload);
                    });
                }
                catch (error) {
                    onBug(error);
                    tasks.delete(scheduler_scope, id);
                }
                finally {
                    moment = undefined;
                }
            }
        },
        nextDue: () => next()?.at,
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/seed/cluster.js
const unitMs = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
const toMs = (duration) => {
    if (typeof duration === 'number')
        return Math.round(duration * 1000);
    const [, amount, unit = ''] = /^([\d.]+)(ms|s|m|h)$/.exec(duration) ?? [];
    return Math.round(Number(amount) * (unitMs[unit] ?? Number.NaN));
};
const cluster_present = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
const optionalMs = (duration) => (duration === undefined ? undefined : toMs(duration));
const toWorkload = (workload) => cluster_present({
    durationMs: optionalMs(workload.duration),
    readyAfterMs: optionalMs(workload['ready-after']),
    neverReady: workload['never-ready'],
    fail: workload.fail,
});
const toBehaviour = (cluster) => cluster_present({
    pendingMs: optionalMs(cluster.pending),
    durationMs: optionalMs(cluster.duration),
    readyAfterMs: optionalMs(cluster['ready-after']),
    teardownMs: optionalMs(cluster.teardown),
    workloads: Object.fromEntries(Object.entries(cluster.workloads ?? {}).map(([name, workload]) => [name, toWorkload(workload)])),
});

;// CONCATENATED MODULE: ./build/orchestrator/seed/schema.js


const seed_schema_text = { type: 'string', minLength: 1 };
const schema_texts = { type: 'array', items: seed_schema_text };
const id = {
    type: 'string',
    pattern: identifiers/* idPattern */.aD,
    maxLength: identifiers/* maxIdLength */.W4,
    description: `an id of 2 to ${identifiers/* maxIdLength */.W4} small letters and digits, with single - between them`,
};
const token = { type: 'string', pattern: '^\\S+$', description: 'text without blanks' };
const duration = {
    anyOf: [
        { type: 'number', minimum: 0 },
        { type: 'string', pattern: '^[0-9]+(\\.[0-9]+)?(ms|s|m|h)$' },
    ],
    description: 'a duration, as 500ms, 2s, 1m or a number of seconds',
};
const mapOf = (values) => ({ type: 'object', additionalProperties: values });
const listOf = (items) => ({ type: 'array', items });
const object = (properties, required = []) => ({
    type: 'object',
    properties,
    required,
    additionalProperties: false,
});
const environmentType = {
    anyOf: [id, object({ id, description: { type: 'string' } }, ['id'])],
    description: 'the id of an environment type, or its id and description',
};
const workload = object({
    duration,
    'ready-after': duration,
    'never-ready': seed_schema_text,
    fail: object({ env: seed_schema_text, image: seed_schema_text, code: seed_schema_text, summary: seed_schema_text, message: seed_schema_text }, ['message']),
});
const criteria = object({
    env_id: seed_schema_text,
    env_type: seed_schema_text,
    deployment_type: { enum: ['deploy', 'redeploy', 're-deploy'] },
});
const deployed = object({ set: object({ modules: mapOf({ type: 'object' }), shared: { type: 'object' } }, ['modules']), environments: schema_texts }, ['set', 'environments']);
const application = object({
    id,
    name: seed_schema_text,
    environments: listOf(object({ id, name: seed_schema_text, type: seed_schema_text }, ['id'])),
    pipelines: listOf(object({ definition: seed_schema_text, criteria: listOf(criteria) }, ['definition'])),
    deployed: listOf(deployed),
}, ['id']);
const user = object({
    id: seed_schema_text,
    name: seed_schema_text,
    email: seed_schema_text,
    type: { enum: ['user', 'service'] },
    token,
    role: { enum: organizationRoleNames },
    applications: mapOf({ enum: applicationRoles }),
    deployer: schema_texts,
}, ['id', 'name']);
const seedSchema = object({
    organizations: listOf(object({
        id,
        'environment-types': listOf(environmentType),
        users: listOf(user),
        artefacts: listOf(object({ name: seed_schema_text, version: seed_schema_text, ref: seed_schema_text, commit: seed_schema_text, digest: seed_schema_text }, ['name'])),
        applications: listOf(application),
    }, ['id'])),
    cluster: object({
        pending: duration,
        duration,
        'ready-after': duration,
        teardown: duration,
        workloads: mapOf(workload),
    }),
});

;// CONCATENATED MODULE: ./build/orchestrator/seed/read.js




const seedError = (problems, cause) => new Error(`The seed file is not right:\n${problems.map((problem) => `  ${problem}`).join('\n')}`, { cause });
const aliasLimit = 100;
const nodeAt = (document, path) => {
    let found = document.contents;
    for (const key of path) {
        const inside = (0,yaml_dist/* isAlias */.Vj)(found) ? found.resolve(document) : found;
        const next = (0,yaml_dist/* isCollection */.P3)(inside) ? inside.get(key, true) : undefined;
        if (!(0,yaml_dist/* isNode */.Ll)(next))
            break;
        found = next;
    }
    return found;
};
const keyAt = (document, path, key) => {
    const map = nodeAt(document, path);
    const pair = (0,yaml_dist.isMap)(map) ? map.items.find((item) => (0,yaml_dist.isScalar)(item.key) && item.key.value === key) : undefined;
    return (0,yaml_dist/* isNode */.Ll)(pair?.key) ? pair.key : undefined;
};
const showPath = (path) => path.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${key}`)).join('');
const toPath = (pointer) => pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
const said = (value) => (typeof value === 'object' ? '' : `, not ${JSON.stringify(value)}`);
const read_describe = ({ keyword, message = '', params, parentSchema, data }) => {
    if (keyword === 'additionalProperties') {
        const known = Object.keys((parentSchema?.['properties'] ?? {}));
        return `'${String(params['additionalProperty'])}' is not known here, only ${known.join(', ')}`;
    }
    if (keyword === 'required')
        return `'${String(params['missingProperty'])}' is missing`;
    if (keyword === 'enum')
        return `must be one of ${params['allowedValues'].join(', ')}${said(data)}`;
    const description = parentSchema?.['description'];
    return `${typeof description === 'string' ? `must be ${description}` : message}${said(data)}`;
};
const isAlternative = ({ schemaPath }) => /\/anyOf\/\d/.test(schemaPath);
const readSeed = (yaml) => {
    const lineCounter = new yaml_dist.LineCounter();
    const document = (0,yaml_dist.parseDocument)(yaml, { lineCounter });
    const [broken] = document.errors;
    if (broken) {
        const [message = ''] = broken.message.split('\n', 1);
        const { line } = lineCounter.linePos(broken.pos[0]);
        throw seedError([`line ${line}: it is not YAML: ${message.replace(/ at line .*/, '')}`], broken);
    }
    const lineOf = (node) => lineCounter.linePos(node?.range?.[0] ?? 0).line;
    const placeOf = (line, path) => [`line ${line}`, ...(path.length > 0 ? [showPath(path)] : [])].join(', ');
    const place = (path, lineWithin = 0) => {
        const node = nodeAt(document, path);
        if (lineWithin === 0 || ((0,yaml_dist.isScalar)(node) && node.type === 'BLOCK_LITERAL'))
            return placeOf(lineOf(node) + lineWithin, path);
        return `${placeOf(lineOf(node), path)}, line ${lineWithin} of it`;
    };
    let seed;
    try {
        seed = document.toJS({ maxAliasCount: aliasLimit }) ?? {};
    }
    catch (error) {
        throw seedError([`It cannot be read: ${error.message}`], error);
    }
    const ajv = new _2020.Ajv2020({ allErrors: true, strict: false, verbose: true, code: { regExp: identifiers/* compilePattern */.Eb } });
    const check = ajv.compile(seedSchema);
    if (check(seed))
        return { seed, place };
    const problems = (check.errors ?? [])
        .filter((error) => !isAlternative(error))
        .map((error) => {
        const path = toPath(error.instancePath);
        const unknownKey = error.params['additionalProperty'];
        const node = typeof unknownKey === 'string' ? keyAt(document, path, unknownKey) : undefined;
        return { line: lineOf(node ?? nodeAt(document, path)), path, what: read_describe(error) };
    })
        .toSorted((one, other) => one.line - other.line);
    throw seedError([...new Set(problems.map(({ line, path, what }) => `${placeOf(line, path)}: ${what}`))]);
};

;// CONCATENATED MODULE: ./build/orchestrator/seed/seed.js




const located = ({ place }, path, work) => {
    try {
        return work();
    }
    catch (error) {
        if (!(error instanceof HttpError))
            throw error;
        const inDefinition = error.details?.['problems'] ?? [];
        const problems = inDefinition.map(({ line, message }) => `${place([...path, 'definition'], line)}: ${message}`);
        throw seedError(problems.length > 0 ? problems : [`${place(path)}: ${error.message}`], error);
    }
};
const isKnownToken = ({ auth }, token) => {
    try {
        auth.authenticate({ authorization: `Bearer ${token}` });
        return true;
    }
    catch (error) {
        if (error instanceof HttpError)
            return false;
        throw error;
    }
};
const addUser = (seeding, orgId, user) => {
    const { auth, models, scheduler } = seeding;
    if (auth.user(user.id))
        throw conflict(`User '${user.id}' exists already.`);
    const roles = { [orgPath(orgId)]: user.role ?? 'member' };
    for (const [appId, role] of Object.entries(user.applications ?? {})) {
        models.applications.get(orgId, appId);
        roles[appPath(orgId, appId)] = role;
    }
    for (const type of user.deployer ?? []) {
        models.environmentTypes.get(orgId, type);
        roles[envTypePath(orgId, type)] = 'deployer';
    }
    auth.addUser({
        id: user.id,
        name: user.name,
        ...(user.email === undefined ? {} : { email: user.email }),
        type: user.type ?? 'user',
        created_at: scheduler.timestamp(),
        properties: {},
        roles,
    });
    if (user.token === undefined)
        return;
    if (isKnownToken(seeding, user.token))
        throw conflict(`The token of user '${user.id}' is somebody's already.`);
    auth.addToken(user.token, user.id);
};
const addApplication = (seeding, { orgId, path }, seed) => {
    const { auth, models, scheduler, administratorId } = seeding;
    const { id: appId } = seed;
    const administrator = () => auth.user(administratorId);
    const at = (key, index, work) => located(seeding, [...path, key, index], work);
    located(seeding, path, () => models.applications.create(orgId, { id: appId, name: seed.name ?? appId, skip_environment_creation: true }, administrator()));
    for (const [index, { id, name, type }] of (seed.environments ?? []).entries()) {
        const environment = { id, name: name ?? id, ...(type === undefined ? {} : { type }) };
        at('environments', index, () => void models.environments.create(orgId, appId, environment, administrator()));
    }
    for (const [index, { definition, criteria }] of (seed.pipelines ?? []).entries()) {
        at('pipelines', index, () => {
            const { id: pipelineId } = models.pipelines.create({ orgId, appId }, definition, administrator());
            for (const each of criteria ?? []) {
                models.criteria.create({ orgId, appId, pipelineId }, { trigger: 'deployment_request', ...each });
            }
        });
    }
    for (const [index, { set, environments }] of (seed.deployed ?? []).entries()) {
        at('deployed', index, () => {
            const set_id = models.sets.store(orgId, appId, set);
            for (const envId of environments) {
                models.deployments.create({ orgId, appId, envId }, { set_id, comment: 'Seeded' }, administrator());
                scheduler.runDue();
            }
        });
    }
};
const addOrganization = (seeding, path, seed) => {
    const { auth, models, administratorId } = seeding;
    const { id: orgId } = seed;
    auth.grant(administratorId, orgPath(orgId), 'administrator');
    const at = (key, index, work) => located(seeding, [...path, key, index], work);
    const types = (seed['environment-types'] ?? []).map((type) => (typeof type === 'string' ? { id: type } : type));
    for (const [index, type] of types.entries()) {
        at('environment-types', index, () => void models.environmentTypes.create(orgId, type));
    }
    if (!models.environmentTypes.exists(orgId, 'development'))
        models.environmentTypes.create(orgId, { id: 'development' });
    for (const [index, artefact] of (seed.artefacts ?? []).entries()) {
        const administrator = auth.user(administratorId);
        const request = { type: 'container', ...artefact };
        at('artefacts', index, () => void models.artefacts.register(orgId, request, { vcs: 'git' }, administrator));
    }
    for (const [index, application] of (seed.applications ?? []).entries()) {
        addApplication(seeding, { orgId, path: [...path, 'applications', index] }, application);
    }
    for (const [index, user] of (seed.users ?? []).entries())
        at('users', index, () => addUser(seeding, orgId, user));
};
const applySeed = (parts, yaml, administratorId) => {
    const { seed, place } = readSeed(yaml);
    const { cluster } = parts.models;
    const seeding = { ...parts, place, administratorId };
    cluster.behave({ pendingMs: 0, durationMs: 0, readyAfterMs: 0 });
    for (const [index, organization] of (seed.organizations ?? []).entries()) {
        addOrganization(seeding, ['organizations', index], organization);
    }
    cluster.behaveByDefault();
    cluster.behave(toBehaviour(seed.cluster ?? {}));
    return (seed.organizations ?? []).map(({ id }) => id);
};

;// CONCATENATED MODULE: ./build/orchestrator/seed/bootstrap.js


const administratorId = 'local-administrator';
const bootstrap = (parts, { token, seed }) => {
    const { store, scheduler, random, auth, models } = parts;
    const settings = store.table('settings');
    const known = settings.get('', 'first');
    const given = token ?? `local-${random.hex(20)}`;
    if (known) {
        if (token === undefined)
            return known;
        if (token !== known.token)
            auth.addToken(token, administratorId);
        const changed = { ...known, token };
        settings.update('', 'first', changed);
        return changed;
    }
    const administrator = {
        id: administratorId,
        name: 'Local administrator',
        type: 'service',
        created_at: scheduler.timestamp(),
        properties: {},
        roles: {},
    };
    auth.addUser(administrator);
    auth.addToken(given, administrator.id);
    const organizations = seed === undefined ? [] : applySeed(parts, seed, administrator.id);
    const org = organizations[0] ?? 'local-org';
    if (organizations.length === 0) {
        auth.grant(administrator.id, orgPath(org), 'administrator');
        models.environmentTypes.create(org, { id: 'development', description: 'Made by default' });
    }
    const first = { org, token: given };
    settings.insert('', 'first', first);
    return first;
};

// EXTERNAL MODULE: external "node:sqlite"
var external_node_sqlite_ = __webpack_require__(99);
;// CONCATENATED MODULE: ./build/orchestrator/store.js

const createTable = (statement, name) => {
    const run = (sql, ...values) => statement(sql).run(...values);
    const read = (body) => JSON.parse(body);
    function* scan({ scope, within = false, order = 'oldest-first', from }) {
        const descending = order === 'newest-first';
        const where = within ? `scope >= ? || '/' AND scope < ? || '0'` : 'scope = ?';
        const sql = `SELECT place, body FROM "${name}" WHERE ${where} AND place ${descending ? '<' : '>'} ?
      ORDER BY place ${descending ? 'DESC' : 'ASC'}`;
        const start = from ?? (descending ? Number.MAX_SAFE_INTEGER : -1);
        for (const row of statement(sql).iterate(...(within ? [scope, scope] : [scope]), start)) {
            yield { place: row['place'], value: read(row['body']) };
        }
    }
    return {
        get: (scope, id) => {
            const row = statement(`SELECT body FROM "${name}" WHERE scope = ? AND id = ?`).get(scope, id);
            return row && read(row['body']);
        },
        insert: (scope, id, value) => {
            run(`INSERT INTO "${name}" (scope, id, body) VALUES (?, ?, ?)`, scope, id, JSON.stringify(value));
        },
        update: (scope, id, value) => {
            const sql = `UPDATE "${name}" SET body = ? WHERE scope = ? AND id = ?`;
            const { changes } = run(sql, JSON.stringify(value), scope, id);
            if (changes !== 1)
                throw new Error(`${name} has no '${id}' in '${scope}'`);
        },
        delete: (scope, id) => run(`DELETE FROM "${name}" WHERE scope = ? AND id = ?`, scope, id).changes === 1,
        deleteAll: (scope) => void run(`DELETE FROM "${name}" WHERE scope = ?`, scope),
        list: (scope, order = 'oldest-first') => {
            const sql = `SELECT body FROM "${name}" WHERE scope = ? ORDER BY place ${order === 'oldest-first' ? 'ASC' : 'DESC'}`;
            return statement(sql)
                .all(scope)
                .map((row) => read(row['body']));
        },
        first: (scope) => {
            const row = statement(`SELECT body FROM "${name}" WHERE scope = ? ORDER BY id LIMIT 1`).get(scope);
            return row && read(row['body']);
        },
        scan,
    };
};
const openStore = (file) => {
    const database = new external_node_sqlite_.DatabaseSync(file ?? ':memory:');
    if (file)
        database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    const statements = new Map();
    const statement = (sql) => {
        const known = statements.get(sql);
        if (known)
            return known;
        const made = database.prepare(sql);
        statements.set(sql, made);
        return made;
    };
    const tables = new Set();
    let depth = 0;
    return {
        table: (name) => {
            if (!tables.has(name)) {
                database.exec(`CREATE TABLE IF NOT EXISTS "${name}"
             (place INTEGER PRIMARY KEY AUTOINCREMENT, scope TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL);
           CREATE UNIQUE INDEX IF NOT EXISTS "${name} by id" ON "${name}" (scope, id);
           CREATE INDEX IF NOT EXISTS "${name} in order" ON "${name}" (scope, place)`);
                tables.add(name);
            }
            return createTable(statement, name);
        },
        transaction: (work) => {
            if (depth > 0)
                return work();
            database.exec('BEGIN IMMEDIATE');
            depth += 1;
            try {
                const result = work();
                database.exec('COMMIT');
                return result;
            }
            catch (error) {
                database.exec('ROLLBACK');
                throw error;
            }
            finally {
                depth -= 1;
            }
        },
        clear: () => {
            for (const name of tables)
                database.exec(`DELETE FROM "${name}"`);
        },
        close: () => database.close(),
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/index.js











const storeFile = (dataDir) => {
    (0,external_node_fs_.mkdirSync)(dataDir, { recursive: true });
    return (0,external_node_path_.join)(dataDir, 'orchestrator.sqlite');
};
const answerOf = ({ status, headers = {}, body = '' }) => ({ status, headers, body });
const createOrchestrator = (options = {}) => {
    const { clock = build_clock/* systemClock */.m, random = build_random/* systemRandom */.v, dataDir, token, seed, strict = false, onBug = () => { } } = options;
    let shiftedMs = 0;
    const store = openStore(dataDir === undefined ? undefined : storeFile(dataDir));
    const scheduler = createScheduler({ store, clock: { now: () => clock.now() + shiftedMs }, random, onBug });
    const auth = createAuth({ store, scheduler });
    const { routes, models, locate } = createModels({ store, scheduler, random }, { auth, outgoing: options, onBug });
    const begin = (text) => store.transaction(() => bootstrap({ store, scheduler, random, auth, models }, { token, seed: text }));
    let first;
    try {
        first = begin(seed);
    }
    catch (error) {
        store.close();
        throw error;
    }
    models.outbox.recover();
    const control = createControl({
        store,
        scheduler,
        cluster: models.cluster,
        shiftTime: (ms) => {
            shiftedMs += ms;
        },
        begin: (text) => {
            first = begin(text);
        },
    });
    const app = createApp({ store, scheduler, auth, routes, locate, strict, onBug });
    const handle = (request) => {
        if (options.control && new URL(request.url).pathname.startsWith('/_orchestrator/'))
            return control.handle(request);
        const fault = control.takeFault(request);
        if (fault?.after)
            app(request);
        return fault ? answerOf(fault) : app(request);
    };
    return {
        handle: (request) => {
            const response = handle(request);
            models.outbox.send();
            return Promise.resolve(response);
        },
        get org() {
            return first.org;
        },
        get token() {
            return first.token;
        },
        control,
        work: () => {
            scheduler.runDue();
            models.outbox.send();
        },
        idleMs: () => {
            const next = scheduler.nextDue();
            return next === undefined ? undefined : Math.max(0, next - clock.now() - shiftedMs);
        },
        close: () => {
            models.outbox.close();
            store.close();
        },
    };
};


/***/ }),

/***/ 9058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ answerLimit),
/* harmony export */   g: () => (/* binding */ createOutbox)
/* harmony export */ });
const answerLimit = 1024 * 1024;
const mostAtOnce = 32;
const createOutbox = ({ store, scheduler, random }, neighbours) => {
    const rows = store.table('outbox');
    const underWay = new Map();
    const life = { isOver: false };
    const remove = (state, id) => rows.delete(state, id);
    const guarded = (work) => {
        try {
            work();
        }
        catch (error) {
            neighbours.onBug(error);
        }
    };
    const settle = ({ id, ...asker }, answer) => guarded(() => store.transaction(() => {
        if (remove('sent', id))
            neighbours.answered(asker, id, answer);
    }));
    const exchange = async ({ request }, signal) => {
        try {
            const { status, body } = await neighbours.transport({ ...request, signal });
            if (Buffer.byteLength(body) <= answerLimit)
                return { kind: 'answered', status, body };
            return { kind: 'unanswered', reason: `the answer is larger than ${answerLimit} bytes` };
        }
        catch (error) {
            return { kind: 'unanswered', reason: error instanceof Error ? error.message : String(error) };
        }
    };
    const dispatch = async (row) => {
        const controller = new AbortController();
        underWay.set(row.id, controller);
        const answer = await exchange(row, controller.signal);
        underWay.delete(row.id);
        if (life.isOver)
            return;
        guarded(() => scheduler.runDue());
        settle(row, answer);
        send();
    };
    const oldest = () => {
        for (const { value } of rows.scan({ scope: 'recorded' }))
            return value;
        return undefined;
    };
    const markSent = (row) => store.transaction(() => {
        remove('recorded', row.id);
        const isAwaited = neighbours.isAwaited(row, row.id);
        if (isAwaited)
            rows.insert('sent', row.id, row);
        return isAwaited;
    });
    const send = () => guarded(() => {
        while (!life.isOver && underWay.size < mostAtOnce) {
            const row = oldest();
            if (!row)
                return;
            if (markSent(row))
                void dispatch(row);
        }
    });
    return {
        record: ({ orgId, appId }, request) => {
            const id = random.uuid();
            rows.insert('recorded', id, { id, orgId, appId, request });
            return id;
        },
        withdraw: (id) => {
            remove('recorded', id);
            underWay.get(id)?.abort(new Error('nobody waits for the answer any more'));
            underWay.delete(id);
            return remove('sent', id);
        },
        send,
        recover: () => {
            for (const row of rows.list('sent'))
                settle(row, { kind: 'interrupted' });
        },
        close: () => {
            life.isOver = true;
            for (const controller of underWay.values())
                controller.abort(new Error('the orchestrator ends'));
        },
    };
};


/***/ }),

/***/ 9541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ systemRandom)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

const systemRandom = {
    fraction: () => Math.random(),
    uuid: () => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)(),
    hex: (bytes) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(bytes).toString('hex'),
};


/***/ })

};
