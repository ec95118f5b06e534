"use strict";
exports.id = 612;
exports.ids = [612];
exports.modules = {

/***/ 7612:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkRules: () => (/* binding */ checkRules)
});

// EXTERNAL MODULE: ./build/client/index.js + 4 modules
var client = __webpack_require__(5512);
// EXTERNAL MODULE: ./build/contract/automation-rule.js
var automation_rule = __webpack_require__(9878);
// EXTERNAL MODULE: ./build/core/concurrently.js
var concurrently = __webpack_require__(3425);
// EXTERNAL MODULE: ./build/core/register-artefact.js
var register_artefact = __webpack_require__(9553);
;// CONCATENATED MODULE: ./build/core/firing-rules.js



const firingRules = (rules, images, ref) => rules
    .map((rule) => ({ id: rule.id, images: images.filter(({ name }) => (0,automation_rule/* ruleFires */.iE)(rule, { name, ref }) !== false) }))
    .filter((rule) => rule.images.length > 0);
const findFiringRules = async (api, envId, images, { ref, concurrency, ...built }) => {
    const { client, orgId, appId } = api;
    const path = { orgId, appId, envId };
    const rules = (await client.get('/orgs/{orgId}/apps/{appId}/envs/{envId}/rules', { path })).body ?? [];
    const meant = new Set(firingRules(rules, images, ref).flatMap((rule) => rule.images));
    const missing = await (0,concurrently/* concurrently */.r)([...meant], concurrency, async (image) => (await (0,register_artefact/* findVersion */.Am)(api, image, built)) === undefined ? [image] : []);
    return firingRules(rules, missing.flat(), ref);
};

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9984);
// EXTERNAL MODULE: ./build/first-of.js
var first_of = __webpack_require__(1959);
;// CONCATENATED MODULE: ./build/actions/register-artefact/rules.js





const mostNamed = 5;
const describe = (rules, envId) => {
    const images = [...new Set(rules.flatMap((rule) => rule.images))].map(register_artefact/* artefactReference */.QR);
    const ids = (0,first_of/* firstOf */.K)(rules.map(({ id }) => `'${id}'`), mostNamed);
    return `Registering ${(0,first_of/* firstOf */.K)(images, mostNamed)} sets off a deployment by automation ${rules.length === 1 ? 'rule' : 'rules'} ${ids} of environment '${envId}'`;
};
const readRules = async (runner, api, { envId, onRule }, { images, ...built }) => {
    try {
        return await findFiringRules(api, envId, images, built);
    }
    catch (error) {
        if (!(0,client/* hasStatus */.Ro)(error, 403))
            throw error;
        const problem = `The automation rules of environment '${envId}' cannot be read (${error.message}), so that it is not known ` +
            'whether registering deploys by itself';
        if (onRule === 'ignore') {
            runner.warning(`${problem}.`);
            return undefined;
        }
        throw new errors/* InputError */.dz(`${problem}. Nothing was registered. Give the service user the role 'viewer' on application '${api.appId}', ` +
            'or set `on-rule: ignore`.');
    }
};
const checkRules = async (runner, api, check, inputs) => {
    const rules = await readRules(runner, api, check, inputs);
    if (rules === undefined)
        return;
    runner.setOutput('rules', JSON.stringify(rules.map(({ id }) => id)));
    if (rules.length === 0)
        return;
    const what = describe(rules, check.envId);
    if (check.onRule === 'ignore')
        return runner.notice(`${what}.`);
    throw new errors/* InputError */.dz(`${what}: a workflow that deploys there too would deploy twice. Nothing was registered. Either leave the deployment ` +
        'to the rule: set `on-rule: ignore` and drop the step that deploys; or switch the rule off.');
};


/***/ }),

/***/ 9878:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   iE: () => (/* binding */ ruleFires),
/* harmony export */   nN: () => (/* binding */ artefactsOf),
/* harmony export */   sy: () => (/* binding */ refPrefix)
/* harmony export */ });
/* harmony import */ var _regex_ast_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6246);
/* harmony import */ var _regex_search_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1190);


const refPrefix = (updateTo) => (updateTo === 'tag' ? 'refs/tags/' : 'refs/heads/');
const looksFor = (pattern, text) => {
    try {
        return (0,_regex_search_js__WEBPACK_IMPORTED_MODULE_0__/* .compileRegex */ .D)(pattern).isIn(text);
    }
    catch (error) {
        if (error instanceof _regex_ast_js__WEBPACK_IMPORTED_MODULE_1__/* .RegexError */ .q)
            return 'unknown';
        throw error;
    }
};
const filterOf = (rule) => ({
    names: [...rule.artefacts_filter, ...rule.images_filter],
    isExclusion: rule.exclude_artefacts_filter || rule.exclude_images_filter,
});
const artefactsOf = (rule) => {
    const { names, isExclusion } = filterOf(rule);
    return names.length === 0 || isExclusion ? undefined : names;
};
const isMeant = (rule, name) => {
    const { names, isExclusion } = filterOf(rule);
    return names.length === 0 || names.includes(name) !== isExclusion;
};
const refFits = ({ match_ref, match, update_to }, ref) => {
    if (match_ref !== '')
        return looksFor(match_ref, ref);
    if (match === '')
        return true;
    const prefix = refPrefix(update_to);
    return ref.startsWith(prefix) && looksFor(match, ref.slice(prefix.length));
};
const ruleFires = (rule, { name, ref = '' }) => rule.active && isMeant(rule, name) && refFits(rule, ref);


/***/ }),

/***/ 6246:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ isWordCharacter),
/* harmony export */   q: () => (/* binding */ RegexError)
/* harmony export */ });
class RegexError extends Error {
    name = 'RegexError';
}
const isWordCharacter = (character) => character !== undefined && /^[0-9A-Za-z_]$/.test(character);


/***/ }),

/***/ 1190:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ compileRegex),
  p: () => (/* binding */ maxPatternLength)
});

// EXTERNAL MODULE: ./build/contract/regex/ast.js
var ast = __webpack_require__(6246);
;// CONCATENATED MODULE: ./build/contract/regex/parse.js

const maxRepeat = 1000;
const maxDepth = 100;
const isDigit = (character) => /^[0-9]$/.test(character);
const isSpace = (character) => /^[\t\n\f\r ]$/.test(character);
const not = (accepts) => (character) => !accepts(character);
const classes = new Map([
    ['d', isDigit],
    ['D', not(isDigit)],
    ['w', ast/* isWordCharacter */._],
    ['W', not(ast/* isWordCharacter */._)],
    ['s', isSpace],
    ['S', not(isSpace)],
]);
const named = new Map([
    ['alnum', /^[0-9A-Za-z]$/],
    ['alpha', /^[A-Za-z]$/],
    ['ascii', /^\p{ASCII}$/u],
    ['blank', /^[\t ]$/],
    ['cntrl', /^[^ -~\u0080-\u{10ffff}]$/u],
    ['digit', /^[0-9]$/],
    ['graph', /^[!-~]$/],
    ['lower', /^[a-z]$/],
    ['print', /^[ -~]$/],
    ['punct', /^[!-/:-@[-`{-~]$/],
    ['space', /^[\t-\r ]$/],
    ['upper', /^[A-Z]$/],
    ['word', /^[0-9A-Za-z_]$/],
    ['xdigit', /^[0-9A-Fa-f]$/],
]);
const positions = new Map([
    ['A', 'text-start'],
    ['z', 'text-end'],
    ['b', 'word-edge'],
    ['B', 'no-word-edge'],
]);
const controls = new Map([
    ['a', '\u0007'],
    ['f', '\f'],
    ['n', '\n'],
    ['r', '\r'],
    ['t', '\t'],
    ['v', '\v'],
]);
const empty = { kind: 'sequence', parts: [] };
const parseRegex = (source) => {
    const text = Array.from(source);
    let at = 0;
    const fail = (what) => {
        throw new ast/* RegexError */.q(`${what} at character ${at + 1}`);
    };
    const take = (wanted) => {
        const found = Array.from(wanted).every((character, index) => text[at + index] === character);
        if (found)
            at += wanted.length;
        return found;
    };
    const next = () => text[at++] ?? fail('the end');
    const character = (accepts, { ignoreCase }) => ({
        kind: 'character',
        accepts: ignoreCase
            ? (given) => accepts(given) || accepts(given.toLowerCase()) || accepts(given.toUpperCase())
            : accepts,
    });
    const literal = (wanted, flags) => character((given) => given === wanted, flags);
    const hex = () => {
        const [, braced, plain] = /^(?:\{([0-9A-Fa-f]{1,6})\}|([0-9A-Fa-f]{2}))/.exec(text.slice(at, at + 8).join('')) ?? [];
        const digits = braced ?? plain ?? fail('no hexadecimal number');
        at += braced === undefined ? 2 : digits.length + 2;
        const code = Number.parseInt(digits, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : fail('no character of that number');
    };
    const property = (letter) => {
        const end = text[at] === '{' ? text.indexOf('}', at) : at;
        if (end < at)
            fail('no end of a class');
        const name = text
            .slice(at, end + 1)
            .join('')
            .replaceAll(/[{}^]/g, '');
        const isNegated = (letter === 'P') !== (text[at + 1] === '^');
        at = end + 1;
        for (const form of [`\\p{${name}}`, `\\p{Script=${name}}`]) {
            try {
                const known = new RegExp(`^${form}$`, 'u');
                return (given) => known.test(given) !== isNegated;
            }
            catch {
            }
        }
        return fail('an unknown class of characters');
    };
    const escaped = () => {
        const letter = next();
        if (letter === 'x')
            return hex();
        if (letter === 'p' || letter === 'P')
            return property(letter);
        const known = classes.get(letter) ?? controls.get(letter);
        if (known !== undefined)
            return known;
        return /^[0-9A-Za-z]$/.test(letter) ? fail(`an unknown escape \\${letter}`) : letter;
    };
    const classItem = () => {
        const [whole, negation, name = ''] = /^\[:(\^?)([a-z]+):\]/.exec(text.slice(at, at + 12).join('')) ?? [];
        if (whole !== undefined) {
            const known = named.get(name) ?? fail('an unknown class of characters');
            at += whole.length;
            return (given) => known.test(given) === (negation === '');
        }
        const item = next();
        return item === '\\' ? escaped() : item;
    };
    const bracketed = (flags) => {
        const isNegated = take('^');
        const accepted = [];
        for (let first = true; first || text[at] !== ']'; first = false) {
            const low = classItem();
            if (typeof low !== 'string') {
                accepted.push(low);
                continue;
            }
            const isRange = text[at] === '-' && text[at + 1] !== ']' && text[at + 1] !== undefined;
            at += isRange ? 1 : 0;
            const high = isRange ? classItem() : low;
            if (typeof high !== 'string' || high.codePointAt(0) < low.codePointAt(0))
                fail('a range that is none');
            const [from, to] = [low.codePointAt(0), String(high).codePointAt(0)];
            accepted.push((given) => given.codePointAt(0) >= from && given.codePointAt(0) <= to);
        }
        at += 1;
        const { accepts } = character((given) => accepted.some((each) => each(given)), flags);
        return { kind: 'character', accepts: isNegated ? not(accepts) : accepts };
    };
    const readFlags = (before) => {
        const [whole, on = '', off = ''] = /^([imsU]*)(?:-([imsU]+))?(?=[:)])/.exec(text.slice(at, at + 12).join('')) ?? [];
        if (whole === undefined)
            return undefined;
        at += whole.length;
        const flag = (name, was) => (was || on.includes(name)) && !off.includes(name);
        return {
            ignoreCase: flag('i', before.ignoreCase),
            multiline: flag('m', before.multiline),
            dotAll: flag('s', before.dotAll),
        };
    };
    const group = (flags, depth) => {
        let inner = flags;
        if (take('?')) {
            const [name] = /^P?<[0-9A-Za-z_]+>/.exec(text.slice(at).join('')) ?? [];
            if (name === undefined) {
                inner = readFlags(flags) ?? fail('a group of an unknown kind (nothing can look ahead or behind)');
                take(':');
            }
            else
                at += name.length;
        }
        const inside = choice(inner, depth + 1);
        return take(')') ? inside : fail('no ) that ends the group');
    };
    const atom = (flags, depth) => {
        const first = next();
        switch (first) {
            case '.':
                return character((given) => flags.dotAll || given !== '\n', flags);
            case '^':
                return { kind: 'position', is: flags.multiline ? 'line-start' : 'text-start' };
            case '$':
                return { kind: 'position', is: flags.multiline ? 'line-end' : 'text-end' };
            case '[':
                return bracketed(flags);
            case '(':
                return group(flags, depth);
            case '*':
            case '+':
            case '?':
                return fail(`nothing for ${first} to repeat`);
            case '\\': {
                const is = positions.get(text[at]);
                if (is !== undefined) {
                    at += 1;
                    return { kind: 'position', is };
                }
                const found = escaped();
                return typeof found === 'string' ? literal(found, flags) : character(found, flags);
            }
            default:
                return literal(first, flags);
        }
    };
    const quantifier = () => {
        if (take('*'))
            return { min: 0, max: Infinity };
        if (take('+'))
            return { min: 1, max: Infinity };
        if (take('?'))
            return { min: 0, max: 1 };
        const [whole, low = '', more, high] = /^\{(\d{1,9})(,(\d{1,9})?)?\}/.exec(text.slice(at, at + 22).join('')) ?? [];
        if (whole === undefined)
            return undefined;
        const min = Number(low);
        const max = more === undefined ? min : high === undefined ? Infinity : Number(high);
        if (min > maxRepeat || (max !== Infinity && max > maxRepeat) || max < min)
            fail('a number of times that is none');
        at += whole.length;
        return { min, max };
    };
    const sequence = (given, depth) => {
        let flags = given;
        const parts = [];
        while (at < text.length && text[at] !== '|' && text[at] !== ')') {
            const [switches] = /^\(\?[imsU-]+\)/.exec(text.slice(at, at + 14).join('')) ?? [];
            if (switches !== undefined) {
                at += 2;
                flags = readFlags(flags) ?? fail('flags that are none');
                at += 1;
                continue;
            }
            const part = atom(flags, depth);
            const times = quantifier();
            if (times === undefined) {
                parts.push(part);
                continue;
            }
            take('?');
            if (quantifier() !== undefined)
                fail('a repetition of a repetition');
            parts.push({ kind: 'repeat', part, ...times });
        }
        return { regex: parts.length === 0 ? empty : { kind: 'sequence', parts }, flags };
    };
    const choice = (given, depth) => {
        if (depth > maxDepth)
            fail(`more than ${maxDepth} groups within each other`);
        let read = sequence(given, depth);
        const options = [read.regex];
        while (take('|')) {
            read = sequence(read.flags, depth);
            options.push(read.regex);
        }
        return options.length === 1 ? options[0] : { kind: 'choice', options };
    };
    const regex = choice({ ignoreCase: false, multiline: false, dotAll: false }, 0);
    return at < text.length ? fail('a ) that ends no group') : regex;
};

;// CONCATENATED MODULE: ./build/contract/regex/search.js


const maxPatternLength = 1000;
const maxTextLength = 1000;
const maxProgramLength = 2000;
const toProgram = (regex) => {
    const program = [];
    const emit = (instruction) => {
        if (program.length >= maxProgramLength)
            throw new ast/* RegexError */.q('repetitions that make too large a pattern');
        program.push(instruction);
        return instruction;
    };
    const fork = (...to) => emit({ kind: 'fork', to });
    const add = (part) => {
        switch (part.kind) {
            case 'character':
            case 'position':
                emit(part);
                return;
            case 'sequence':
                for (const each of part.parts)
                    add(each);
                return;
            case 'choice':
                return addChoice(part.options);
            case 'repeat':
                return addRepeat(part);
        }
    };
    const addChoice = (options) => {
        const start = fork();
        const ends = options.map((option) => {
            start.to.push(program.length);
            add(option);
            return fork();
        });
        for (const end of ends)
            end.to.push(program.length);
    };
    const addRepeat = ({ part, min, max }) => {
        for (let count = 0; count < min; count += 1) {
            fork(program.length + 1);
            add(part);
        }
        if (max === Infinity) {
            const loop = program.length;
            const start = fork(loop + 1);
            add(part);
            fork(loop);
            start.to.push(program.length);
            return;
        }
        const starts = Array.from({ length: max - min }, () => {
            const start = fork(program.length + 1);
            add(part);
            return start;
        });
        for (const start of starts)
            start.to.push(program.length);
    };
    add(regex);
    emit({ kind: 'found' });
    return program;
};
const holds = (is, before, after) => {
    switch (is) {
        case 'text-start':
            return before === undefined;
        case 'text-end':
            return after === undefined;
        case 'line-start':
            return before === undefined || before === '\n';
        case 'line-end':
            return after === undefined || after === '\n';
        case 'word-edge':
            return (0,ast/* isWordCharacter */._)(before) !== (0,ast/* isWordCharacter */._)(after);
        case 'no-word-edge':
            return (0,ast/* isWordCharacter */._)(before) === (0,ast/* isWordCharacter */._)(after);
    }
};
const search = (program, text) => {
    let places = [];
    for (let at = 0; at <= text.length; at += 1) {
        const [before, after] = [text[at - 1], text[at]];
        const seen = new Set();
        const reached = [];
        const open = [...places, 0];
        for (let place = open.pop(); place !== undefined; place = open.pop()) {
            if (seen.has(place))
                continue;
            seen.add(place);
            const instruction = program[place];
            if (instruction.kind === 'found')
                return true;
            if (instruction.kind === 'fork')
                open.push(...instruction.to);
            else if (instruction.kind === 'position') {
                if (holds(instruction.is, before, after))
                    open.push(place + 1);
            }
            else if (after !== undefined && instruction.accepts(after))
                reached.push(place + 1);
        }
        places = reached;
    }
    return false;
};
const compileRegex = (pattern) => {
    if (pattern.length > maxPatternLength)
        throw new ast/* RegexError */.q(`more than ${maxPatternLength} characters`);
    const program = toProgram(parseRegex(pattern));
    return { isIn: (text) => text.length <= maxTextLength && search(program, Array.from(text)) };
};


/***/ })

};
;