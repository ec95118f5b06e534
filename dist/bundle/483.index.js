export const id = 483;
export const ids = [483];
export const modules = {

/***/ 7483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nodeTransport: () => (/* binding */ nodeTransport)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/* harmony import */ var _outbox_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9058);



const open = ({ url, method, headers, signal }) => {
    const target = new URL(url);
    const request = target.protocol === 'https:' ? node_https__WEBPACK_IMPORTED_MODULE_1__.request : node_http__WEBPACK_IMPORTED_MODULE_0__.request;
    return request(target, { method, headers, agent: false, ...(signal ? { signal } : {}) });
};
const nodeTransport = (request) => new Promise((resolve, reject) => {
    const sent = open(request);
    sent.on('error', reject);
    sent.on('response', (response) => {
        const chunks = [];
        let size = 0;
        response.on('data', (chunk) => {
            size += chunk.length;
            chunks.push(chunk);
            if (size > _outbox_js__WEBPACK_IMPORTED_MODULE_2__/* .answerLimit */ .E)
                sent.destroy(new Error(`the answer is larger than ${_outbox_js__WEBPACK_IMPORTED_MODULE_2__/* .answerLimit */ .E} bytes`));
        });
        response.on('error', reject);
        response.on('end', () => resolve({
            status: response.statusCode ?? 0,
            headers: Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)])),
            body: Buffer.concat(chunks).toString('utf8'),
        }));
    });
    sent.end(request.body);
});


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


/***/ })

};
