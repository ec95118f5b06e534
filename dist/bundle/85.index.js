"use strict";
exports.id = 85;
exports.ids = [85];
exports.modules = {

/***/ 1518:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hd: () => (/* binding */ isTerminal),
/* harmony export */   Ib: () => (/* binding */ isActiveDeployment),
/* harmony export */   oJ: () => (/* binding */ isSuccess),
/* harmony export */   qg: () => (/* binding */ isFinishedDeployment),
/* harmony export */   zQ: () => (/* binding */ isPendingApproval)
/* harmony export */ });
/* unused harmony exports lifecycleStatuses, deploymentStatuses, approvalStatuses, executionStatuses */
const lifecycleStatuses = (/* unused pure expression or super */ null && (['active', 'deleting']));
const deploymentStatuses = (/* unused pure expression or super */ null && (['pending', 'in progress', 'succeeded', 'failed']));
const isActiveDeployment = (deployment) => deployment.status === 'pending' || deployment.status === 'in progress';
const isFinishedDeployment = (deployment) => deployment.status === 'failed' || isSuccess(deployment.status);
const approvalStatuses = (/* unused pure expression or super */ null && (['waiting', 'approved', 'denied', 'cancelled']));
const isPendingApproval = (approval) => approval.status === 'waiting';
const executionStatuses = (/* unused pure expression or super */ null && (['queued', 'executing', 'succeeded', 'failed', 'cancelled', 'skipped']));
const isTerminal = (execution) => execution.completed_at !== undefined && execution.completed_at !== null && execution.completed_at !== '';
const isSuccess = (status) => status === 'succeeded' || status === 'successful' || status === 'success';


/***/ }),

/***/ 8099:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ isDeltaScoped),
/* harmony export */   f: () => (/* binding */ readAction)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3415);
/* harmony import */ var _pointer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6540);


const ops = ['add', 'remove', 'replace'];
const readAction = ({ op, path, value }) => {
    if (!ops.includes(op))
        return { reason: 'only add, remove and replace are supported' };
    if (op !== 'remove' && value === undefined)
        return { reason: `${op} needs a value; write null to set null` };
    const pointer = (0,_pointer_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePointer */ .vp)(path);
    if ('tokens' in pointer && pointer.tokens.length === 0) {
        return { reason: 'the path is empty; name a property, or add or remove the whole module' };
    }
    return pointer;
};
const isDeltaScoped = ({ op, value }) => op === 'remove' && (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value) && (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .ownValue */ .eC)(value, 'scope') === 'delta';


/***/ }),

/***/ 7281:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ applyDelta)
/* harmony export */ });
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8099);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3415);
/* harmony import */ var _patch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2427);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4078);
/* harmony import */ var _simplify_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3098);





const applyDelta = (base, { modules, shared }) => {
    const result = new Map(Object.entries(base.modules));
    const added = Object.entries(modules.add);
    const kept = new Set(added.filter(([, module]) => module === null).map(([id]) => id));
    for (const id of modules.remove)
        if (!kept.has(id))
            result.delete(id);
    for (const [id, module] of added)
        if (module !== null)
            result.set(id, module);
    for (const [id, actions] of Object.entries(modules.update)) {
        const module = result.get(id);
        if (!module)
            return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .gz)({ module: id, path: '', reason: 'the set has no such module to update' });
        const updated = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .ownValue */ .eC)(modules.add, id) ? (0,_patch_js__WEBPACK_IMPORTED_MODULE_2__/* .patch */ .F)(id, module, actions) : update(id, module, actions);
        if (!updated.ok)
            return updated;
        result.set(id, updated.value);
    }
    const resources = update('shared', base.shared, shared);
    if (!resources.ok)
        return resources;
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .done */ .Vw)({ modules: Object.fromEntries(result), shared: resources.value });
};
const update = (module, document, actions) => {
    if (actions.length === 0)
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .done */ .Vw)(document);
    if (!actions.some(_action_js__WEBPACK_IMPORTED_MODULE_3__/* .isDeltaScoped */ .J))
        return (0,_patch_js__WEBPACK_IMPORTED_MODULE_2__/* .patch */ .F)(module, document, actions);
    const simplified = (0,_simplify_js__WEBPACK_IMPORTED_MODULE_4__/* .simplifyActions */ .V)(module, actions);
    return simplified.ok ? (0,_patch_js__WEBPACK_IMPORTED_MODULE_2__/* .patch */ .F)(module, document, simplified.value) : simplified;
};


/***/ }),

/***/ 8015:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wu: () => (/* binding */ emptyDelta),
/* harmony export */   mj: () => (/* binding */ emptySet),
/* harmony export */   qm: () => (/* binding */ isEmptyDelta)
/* harmony export */ });
const emptySet = { modules: {}, shared: {} };
const emptyDelta = { modules: { add: {}, remove: [], update: {} }, shared: [] };
const isEmptyDelta = ({ modules, shared }) => Object.keys(modules.add).length === 0 &&
    modules.remove.length === 0 &&
    Object.values(modules.update).every((actions) => actions.length === 0) &&
    shared.length === 0;


/***/ }),

/***/ 406:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ diffSets)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3415);
/* harmony import */ var _pointer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6540);


const diffSets = (target, base) => {
    const add = [];
    const update = [];
    for (const id of (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .sortedKeys */ .Mf)(target.modules)) {
        const module = target.modules[id];
        const before = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .ownValue */ .eC)(base.modules, id);
        if (!before)
            add.push([id, module]);
        else {
            const actions = diffObjects(module, before);
            if (actions.length > 0)
                update.push([id, actions]);
        }
    }
    const remove = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .sortedKeys */ .Mf)(base.modules).filter((id) => !Object.hasOwn(target.modules, id));
    return {
        modules: { add: Object.fromEntries(add), remove, update: Object.fromEntries(update) },
        shared: diffObjects(target.shared, base.shared),
    };
};
const diffObjects = (target, base) => {
    const differences = [];
    const open = [{ target, base, key: '' }];
    for (let pair = open.pop(); pair; pair = open.pop()) {
        if (pair.target === pair.base)
            continue;
        for (const key of Object.keys(pair.base)) {
            if (!Object.hasOwn(pair.target, key))
                differences.push({ tokens: pathTo(pair, key), op: 'remove' });
        }
        for (const key of Object.keys(pair.target)) {
            const value = pair.target[key];
            const before = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .ownValue */ .eC)(pair.base, key);
            if (before === undefined)
                differences.push({ tokens: pathTo(pair, key), op: 'add', value });
            else if ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value) && (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(before))
                open.push({ target: value, base: before, parent: pair, key });
            else if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonEqual */ .Zm)(value, before))
                differences.push({ tokens: pathTo(pair, key), op: 'replace', value });
        }
    }
    return differences
        .sort((a, b) => compareTokens(a.tokens, b.tokens))
        .map(({ tokens, op, value }) => {
        const path = (0,_pointer_js__WEBPACK_IMPORTED_MODULE_1__/* .printPointer */ .Vs)(tokens);
        return value === undefined ? { op, path } : { op, path, value };
    });
};
const pathTo = (pair, key) => {
    const tokens = [key];
    for (let at = pair; at.parent; at = at.parent)
        tokens.push(at.key);
    return tokens.reverse();
};
const compareTokens = (a, b) => {
    for (const [depth, token] of a.entries()) {
        const other = b[depth];
        if (other === undefined)
            return 1;
        const difference = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .compareKeys */ .YD)(token, other);
        if (difference !== 0)
            return difference;
    }
    return a.length - b.length;
};


/***/ }),

/***/ 3237:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bb: () => (/* binding */ isEmptySetId),
/* harmony export */   Nx: () => (/* binding */ emptySetId),
/* harmony export */   zI: () => (/* binding */ hashSet)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3415);


const emptySetId = '0'.repeat(43);
const isEmptySetId = (id) => /^0+$/.test(id);
const hashSet = ({ modules, shared }) => {
    const hasShared = Object.keys(shared).length > 0;
    if (!hasShared && Object.keys(modules).length === 0)
        return emptySetId;
    const content = ['modules', (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .sortedKeys */ .Mf)(modules).map((id) => [id, toPairs(modules[id] ?? {})])];
    if (hasShared)
        content.push(['shared', toPairs(shared)]);
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(canonicalJson(content)).digest('base64url');
};
const toPairs = (object) => (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .sortedKeys */ .Mf)(object).map((key) => [key, object[key]]);
const markup = /[<>&\u2028\u2029]/g;
const quote = (text) => {
    const quoted = JSON.stringify(text);
    if (quoted.search(markup) === -1)
        return quoted;
    return quoted.replace(markup, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
};
const toFrame = (value) => {
    if (Array.isArray(value))
        return { end: ']', items: value, next: 0 };
    const keys = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .sortedKeys */ .Mf)(value);
    return { end: '}', items: keys.map((key) => value[key]), keys, next: 0 };
};
const canonicalJson = (content) => {
    let text = '[';
    const open = [toFrame(content)];
    for (let frame = open.at(-1); frame; frame = open.at(-1)) {
        const { items, keys, next, end } = frame;
        if (next === items.length) {
            text += end;
            open.pop();
            continue;
        }
        const item = items[next];
        frame.next += 1;
        if (next > 0)
            text += ',';
        if (keys)
            text += `${quote(keys[next] ?? '')}:`;
        if (Array.isArray(item) || (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(item)) {
            const inner = toFrame(item);
            text += inner.end === ']' ? '[' : '{';
            open.push(inner);
        }
        else
            text += typeof item === 'string' ? quote(item) : JSON.stringify(item);
    }
    return text;
};


/***/ }),

/***/ 3415:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   Mf: () => (/* binding */ sortedKeys),
/* harmony export */   YD: () => (/* binding */ compareKeys),
/* harmony export */   Zm: () => (/* binding */ jsonEqual),
/* harmony export */   eC: () => (/* binding */ ownValue),
/* harmony export */   qL: () => (/* binding */ setKey)
/* harmony export */ });
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const ownValue = (object, key) => Object.hasOwn(object, key) ? object[key] : undefined;
const setKey = (object, key, value) => {
    if (key !== '__proto__')
        object[key] = value;
    else
        Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
};
const jsonEqual = (left, right) => {
    const pairs = [[left, right]];
    for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
        const [a, b] = pair;
        if (a === b)
            continue;
        if (Array.isArray(a) && Array.isArray(b)) {
            if (a.length !== b.length)
                return false;
            for (const [index, item] of a.entries())
                pairs.push([item, b[index]]);
        }
        else if (isObject(a) && isObject(b)) {
            const keys = Object.keys(a);
            if (keys.length !== Object.keys(b).length)
                return false;
            for (const key of keys) {
                const other = ownValue(b, key);
                if (other === undefined)
                    return false;
                pairs.push([a[key], other]);
            }
        }
        else
            return false;
    }
    return true;
};
const rank = (unit) => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800);
const compareKeys = (a, b) => {
    const length = Math.min(a.length, b.length);
    for (let index = 0; index < length; index += 1) {
        const difference = rank(a.charCodeAt(index)) - rank(b.charCodeAt(index));
        if (difference !== 0)
            return difference;
    }
    return a.length - b.length;
};
const sortedKeys = (object) => {
    const keys = Object.keys(object);
    return keys.some((key) => /[\ud800-\uffff]/.test(key)) ? keys.sort(compareKeys) : keys.sort();
};


/***/ }),

/***/ 8465:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ mergeDeltas),
/* harmony export */   y: () => (/* binding */ simplifyDelta)
/* harmony export */ });
/* harmony import */ var _delta_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8015);
/* harmony import */ var _patch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2427);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4078);
/* harmony import */ var _simplify_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3098);




const mergeDeltas = (base, deltas) => {
    if (deltas.length === 0)
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .done */ .Vw)(base);
    const merged = { add: new Map(), remove: new Set(), update: new Map(), shared: [] };
    for (const delta of [base, ...deltas]) {
        const problem = fold(merged, delta);
        if (problem)
            return { ok: false, problem };
    }
    return finish(merged);
};
const simplifyDelta = (delta) => mergeDeltas(_delta_js__WEBPACK_IMPORTED_MODULE_0__/* .emptyDelta */ .Wu, [delta]);
const fold = ({ add, remove, update, shared }, { modules, shared: resources }) => {
    for (const id of modules.remove) {
        add.delete(id);
        update.delete(id);
        remove.add(id);
    }
    for (const [id, module] of Object.entries(modules.add)) {
        if (module === null)
            remove.delete(id);
        else {
            add.set(id, module);
            update.delete(id);
        }
    }
    for (const [id, actions] of Object.entries(modules.update)) {
        const added = add.get(id);
        if (added) {
            const patched = (0,_patch_js__WEBPACK_IMPORTED_MODULE_2__/* .patch */ .F)(id, added, actions);
            if (!patched.ok)
                return patched.problem;
            add.set(id, patched.value);
            continue;
        }
        const pending = update.get(id) ?? [];
        update.set(id, pending);
        for (const action of actions)
            pending.push(action);
    }
    for (const action of resources)
        shared.push(action);
    return undefined;
};
const finish = ({ add, remove, update, shared }) => {
    const updates = [];
    for (const [id, actions] of update) {
        const simplified = (0,_simplify_js__WEBPACK_IMPORTED_MODULE_3__/* .simplifyActions */ .V)(id, actions);
        if (!simplified.ok)
            return simplified;
        if (simplified.value.length > 0)
            updates.push([id, simplified.value]);
    }
    const simplified = (0,_simplify_js__WEBPACK_IMPORTED_MODULE_3__/* .simplifyActions */ .V)('shared', shared);
    if (!simplified.ok)
        return simplified;
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .done */ .Vw)({
        modules: { add: Object.fromEntries(add), remove: [...remove], update: Object.fromEntries(updates) },
        shared: simplified.value,
    });
};


/***/ }),

/***/ 3895:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ normaliseSet),
/* harmony export */   h: () => (/* binding */ normaliseDelta)
/* harmony export */ });
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8099);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3415);
/* harmony import */ var _pointer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6540);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4078);




const normaliseDelta = (input) => {
    const reader = createReader();
    const body = reader.object(input, [], { required: true });
    const modules = reader.object((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .ownValue */ .eC)(body, 'modules'), ['modules']);
    const delta = {
        modules: {
            add: reader.modules((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .ownValue */ .eC)(modules, 'add'), ['modules', 'add'], { nulls: true }),
            remove: reader.ids((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .ownValue */ .eC)(modules, 'remove'), ['modules', 'remove']),
            update: reader.updates(modules),
        },
        shared: reader.actions('shared', (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .ownValue */ .eC)(body, 'shared'), ['shared']),
    };
    return reader.result(delta);
};
const normaliseSet = (input) => {
    const reader = createReader();
    const body = reader.object(input, [], { required: true });
    return reader.result({
        modules: reader.modules((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .ownValue */ .eC)(body, 'modules'), ['modules']),
        shared: reader.object((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .ownValue */ .eC)(body, 'shared'), ['shared']),
    });
};
const isAbsent = (value) => value === undefined || value === null;
const createReader = () => {
    let first;
    const malformed = (at, reason, action) => {
        first ??= { module: '', path: (0,_pointer_js__WEBPACK_IMPORTED_MODULE_1__/* .printPointer */ .Vs)(at), reason, ...action };
    };
    const object = (value, at, { required = false } = {}) => {
        if ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
            return value;
        if (required || !isAbsent(value))
            malformed(at, 'must be an object');
        return {};
    };
    const list = (value, at) => {
        if (Array.isArray(value))
            return value;
        if (!isAbsent(value))
            malformed(at, 'must be a list');
        return [];
    };
    const modules = (value, at, { nulls = false } = {}) => {
        const entries = Object.entries(object(value, at));
        for (const [id, module] of entries) {
            if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(module) && !(nulls && module === null))
                malformed([...at, id], 'a module must be an object');
        }
        return Object.fromEntries(entries);
    };
    const ids = (value, at) => {
        const ids = list(value, at);
        for (const [index, id] of ids.entries()) {
            if (typeof id !== 'string')
                malformed([...at, String(index)], 'must be the id of a module');
        }
        return ids;
    };
    const action = (module, value, at) => {
        const fields = object(value, at, { required: true });
        const op = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .ownValue */ .eC)(fields, 'op');
        const path = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .ownValue */ .eC)(fields, 'path');
        const content = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .ownValue */ .eC)(fields, 'value');
        if (typeof op !== 'string' || typeof path !== 'string')
            malformed(at, 'an action needs an op and a path');
        const read = { op, path, ...(content !== undefined && { value: content }) };
        if (first)
            return read;
        const checked = (0,_action_js__WEBPACK_IMPORTED_MODULE_2__/* .readAction */ .f)(read);
        if ('reason' in checked)
            malformed(at, checked.reason, { module, op: read.op, path: read.path });
        return read;
    };
    const actions = (module, value, at) => list(value, at).map((item, index) => action(module, item, [...at, String(index)]));
    const updates = (parent) => {
        const names = ['update', 'updates'].filter((name) => !isAbsent((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .ownValue */ .eC)(parent, name)));
        if (names.length > 1)
            malformed(['modules', 'updates'], 'stands for update; give only one of the two');
        const [name = 'update'] = names;
        const entries = Object.entries(object((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .ownValue */ .eC)(parent, name), ['modules', name]));
        return Object.fromEntries(entries.map(([id, list]) => [id, actions(id, list, ['modules', name, id])]));
    };
    const result = (value) => (first ? (0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .failed */ .gz)(first) : (0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .done */ .Vw)(value));
    return { object, modules, ids, actions, updates, result };
};


/***/ }),

/***/ 2427:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ patch),
/* harmony export */   m: () => (/* binding */ createDraft)
/* harmony export */ });
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8099);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3415);
/* harmony import */ var _pointer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6540);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4078);




const isContainer = (value) => Array.isArray(value) || (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value);
const kindOf = (value) => (value === null ? 'null' : Array.isArray(value) ? 'an array' : `a ${typeof value}`);
const patchObject = (object, key, { op, value }) => {
    if (op === 'remove')
        delete object[key];
    else if (op === 'replace' && !Object.hasOwn(object, key))
        return 'there is nothing to replace; use add';
    else
        (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .setKey */ .qL)(object, key, value);
    return undefined;
};
const patchArray = (array, token, { op, value }) => {
    if (op === 'add' && token === '-') {
        array.push(value);
        return undefined;
    }
    if (!(0,_pointer_js__WEBPACK_IMPORTED_MODULE_1__/* .isIndex */ .nw)(token))
        return `"${token}" is not an index of the array`;
    const index = Number(token);
    if (index >= array.length + (op === 'add' ? 1 : 0))
        return `the array has only ${array.length} items`;
    if (op === 'remove')
        array.splice(index, 1);
    else
        array.splice(index, op === 'add' ? 0 : 1, value);
    return undefined;
};
const createDraft = (original) => {
    const copies = new Set();
    const document = { ...original };
    const writable = (container) => {
        if (copies.has(container))
            return container;
        const copy = Array.isArray(container) ? [...container] : { ...container };
        copies.add(copy);
        return copy;
    };
    const openParent = (tokens) => {
        let parent = document;
        for (const [depth, token] of tokens.slice(0, -1).entries()) {
            const child = (0,_pointer_js__WEBPACK_IMPORTED_MODULE_1__/* .childOf */ .GG)(parent, token);
            if (!isContainer(child)) {
                const place = (0,_pointer_js__WEBPACK_IMPORTED_MODULE_1__/* .printPointer */ .Vs)(tokens.slice(0, depth + 1));
                return child === undefined ? `there is nothing at ${place}` : `${place} is ${kindOf(child)}, not an object`;
            }
            const copy = writable(child);
            if (Array.isArray(parent))
                parent[Number(token)] = copy;
            else
                (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .setKey */ .qL)(parent, token, copy);
            parent = copy;
        }
        return parent;
    };
    const apply = (action, tokens) => {
        if ((0,_action_js__WEBPACK_IMPORTED_MODULE_2__/* .isDeltaScoped */ .J)(action) && (0,_pointer_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(document, tokens) === undefined)
            return undefined;
        const parent = openParent(tokens);
        if (typeof parent === 'string')
            return parent;
        const token = tokens.at(-1) ?? '';
        return Array.isArray(parent) ? patchArray(parent, token, action) : patchObject(parent, token, action);
    };
    return { document: () => document, apply };
};
const patch = (module, document, actions) => {
    const draft = createDraft(document);
    for (const action of actions) {
        const read = (0,_action_js__WEBPACK_IMPORTED_MODULE_2__/* .readAction */ .f)(action);
        const reason = 'reason' in read ? read.reason : draft.apply(action, read.tokens);
        if (reason !== undefined)
            return (0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .failed */ .gz)({ module, path: action.path, op: action.op, reason });
    }
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .done */ .Vw)(draft.document());
};


/***/ }),

/***/ 6540:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FV: () => (/* binding */ isArrayToken),
/* harmony export */   GG: () => (/* binding */ childOf),
/* harmony export */   Vs: () => (/* binding */ printPointer),
/* harmony export */   fK: () => (/* binding */ valueAt),
/* harmony export */   nw: () => (/* binding */ isIndex),
/* harmony export */   vp: () => (/* binding */ parsePointer)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3415);

const parsePointer = (path) => {
    if (path === '')
        return { tokens: [] };
    if (!path.startsWith('/'))
        return { reason: 'a path starts with "/"' };
    if (/~(?![01])/.test(path))
        return { reason: 'in a path, "~" is written "~0" and a "/" within a key "~1"' };
    const tokens = path.slice(1).split('/');
    return { tokens: tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~')) };
};
const printPointer = (tokens) => tokens.map((token) => `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
const isIndex = (token) => /^(?:0|[1-9]\d*)$/.test(token);
const isArrayToken = (token) => token === '-' || isIndex(token);
const childOf = (parent, token) => {
    if (Array.isArray(parent))
        return isIndex(token) ? parent[Number(token)] : undefined;
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(parent) ? (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .ownValue */ .eC)(parent, token) : undefined;
};
const valueAt = (document, tokens) => {
    let value = document;
    for (const token of tokens)
        value = childOf(value, token);
    return value;
};


/***/ }),

/***/ 4078:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BJ: () => (/* binding */ describeProblem),
/* harmony export */   Vw: () => (/* binding */ done),
/* harmony export */   gz: () => (/* binding */ failed)
/* harmony export */ });
const done = (value) => ({ ok: true, value });
const failed = (problem) => ({ ok: false, problem });
const describeProblem = ({ module, path, op, reason }) => {
    const what = op === undefined ? path : `cannot ${op} ${path || '""'}`;
    return [module, what, reason].filter((part) => part !== '').join(': ');
};


/***/ }),

/***/ 3098:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ simplifyActions)
});

// EXTERNAL MODULE: ./build/sets/action.js
var sets_action = __webpack_require__(8099);
// EXTERNAL MODULE: ./build/sets/pointer.js
var pointer = __webpack_require__(6540);
// EXTERNAL MODULE: ./build/sets/json.js
var json = __webpack_require__(3415);
// EXTERNAL MODULE: ./build/sets/patch.js
var patch = __webpack_require__(2427);
;// CONCATENATED MODULE: ./build/sets/pending.js



const createPlace = () => ({ children: new Map(), sequence: [] });
const createPendingList = () => ({ kept: new Set(), root: createPlace() });
const keep = ({ kept }, action, tokens) => {
    const pending = { tokens, action };
    kept.add(pending);
    return pending;
};
const walk = ({ root }, tokens) => {
    let place = root;
    for (const token of tokens) {
        if (place.pending || (0,pointer/* isArrayToken */.FV)(token))
            return { place, arrived: false };
        let child = place.children.get(token);
        if (!child) {
            child = createPlace();
            place.children.set(token, child);
        }
        place = child;
    }
    return { place, arrived: true };
};
const dropBelow = ({ kept }, place) => {
    const open = [place];
    for (let next = open.pop(); next; next = open.pop()) {
        if (next.pending && next !== place)
            kept.delete(next.pending);
        for (const pending of next.sequence)
            kept.delete(pending);
        for (const child of next.children.values())
            open.push(child);
    }
    place.sequence = [];
    place.children.clear();
};
const documentWith = (tokens, value) => {
    let document = value;
    for (const token of tokens.toReversed()) {
        const parent = {};
        (0,json/* setKey */.qL)(parent, token, document);
        document = parent;
    }
    return document;
};
const applyWithin = (pending, action, tokens) => {
    pending.draft ??= (0,patch/* createDraft */.m)(documentWith(pending.tokens, pending.action.value));
    return pending.draft.apply(action, tokens);
};
const toActions = ({ kept }) => [...kept].map(({ tokens, action, draft }) => {
    const { op, path, value } = action;
    if (op === 'remove')
        return { op, path };
    return { op, path, value: (draft ? (0,pointer/* valueAt */.fK)(draft.document(), tokens) : value) };
});

// EXTERNAL MODULE: ./build/sets/problem.js
var problem = __webpack_require__(4078);
;// CONCATENATED MODULE: ./build/sets/simplify.js




const simplifyActions = (module, actions) => {
    const list = createPendingList();
    for (const action of actions) {
        const read = (0,sets_action/* readAction */.f)(action);
        const reason = 'reason' in read ? read.reason : append(list, action, read.tokens);
        if (reason !== undefined)
            return (0,problem/* failed */.gz)({ module, path: action.path, op: action.op, reason });
    }
    return (0,problem/* done */.Vw)(toActions(list));
};
const append = (list, action, tokens) => {
    const { place, arrived } = walk(list, tokens);
    if (arrived)
        return (0,sets_action/* isDeltaScoped */.J)(action) ? cancel(list, place) : combine(list, place, action, tokens);
    if (place.pending)
        return appendBelow(place.pending, action, tokens);
    if ((0,sets_action/* isDeltaScoped */.J)(action))
        return cancelInSequence(list, place, tokens);
    place.sequence.push(keep(list, action, tokens));
    return undefined;
};
const combine = (list, place, action, tokens) => {
    const earlier = place.pending;
    if (earlier?.action.op === 'remove' && action.op === 'replace') {
        return 'an earlier action removes it, so there is nothing to replace; use add';
    }
    dropBelow(list, place);
    if (!earlier)
        place.pending = keep(list, action, tokens);
    else {
        earlier.action = earlier.action.op === 'add' && action.op === 'replace' ? { ...action, op: 'add' } : action;
        earlier.draft = undefined;
    }
    return undefined;
};
const appendBelow = (pending, action, tokens) => {
    if (pending.action.op !== 'remove')
        return applyWithin(pending, action, tokens);
    return (0,sets_action/* isDeltaScoped */.J)(action) ? undefined : `an earlier action removes ${pending.action.path}`;
};
const cancel = (list, place) => {
    dropBelow(list, place);
    if (place.pending)
        list.kept.delete(place.pending);
    place.pending = undefined;
    return undefined;
};
const cancelInSequence = (list, place, tokens) => {
    const { sequence } = place;
    const meant = new Set(sequence.filter((other) => tokens.every((token, depth) => other.tokens[depth] === token)));
    if (meant.size === 0)
        return undefined;
    const [shift, ...shifts] = sequence.filter(({ tokens: own, action }) => action.op !== 'replace' && own.length <= tokens.length && (0,pointer/* isArrayToken */.FV)(own.at(-1) ?? ''));
    const isAlone = shift === sequence[0] && shifts.length === 0 && meant.size === sequence.length;
    if (shift && !isAlone)
        return 'other pending actions may have moved what this path stands for; replace the whole list';
    for (const pending of meant)
        list.kept.delete(pending);
    place.sequence = sequence.filter((pending) => !meant.has(pending));
    return undefined;
};


/***/ })

};
;