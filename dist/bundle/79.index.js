"use strict";
exports.id = 79;
exports.ids = [79,325];
exports.modules = {

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

/***/ 3217:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean)
/* harmony export */ });
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
const plain = (text) => text.toLowerCase().replaceAll(/[-_]/g, '');
const isAbbreviation = (word, choice) => {
    if (word.length < 5 || choice.length > 3 * word.length || word[0] !== choice[0])
        return false;
    let found = 0;
    for (const letter of choice)
        if (letter === word[found])
            found += 1;
    return found === word.length;
};
const closest = (word, choices) => {
    if (word.length > MAX_LENGTH)
        return undefined;
    let short;
    let best;
    for (const choice of choices) {
        if (choice.length > MAX_LENGTH)
            continue;
        const changes = distance(plain(word), plain(choice));
        const isShorter = short === undefined || choice.length < short.length;
        if (isShorter && isAbbreviation(plain(word), plain(choice)))
            short = choice;
        if (changes <= Math.floor(choice.length / 3) && (best === undefined || changes < best.changes))
            best = { choice, changes };
    }
    return best && best.changes <= 1 ? best.choice : (short ?? best?.choice);
};
const didYouMean = (word, choices) => {
    const choice = closest(word, choices);
    return choice === undefined ? '' : ` (did you mean '${choice}'?)`;
};


/***/ }),

/***/ 2002:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

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
const slowEnd = idPattern.slice(1);
const linearEnd = '(?=..)[a-z0-9]+(?:-[a-z0-9]+)*$';
const id = new RegExp(`^${linearEnd}`);
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
const compilePattern = Object.assign((pattern, flags) => new RegExp(pattern.replace(slowEnd, () => linearEnd), flags), { code: 'new RegExp' });


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


/***/ }),

/***/ 1862:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ excerpt),
/* harmony export */   V: () => (/* binding */ roundedNumber)
/* harmony export */ });
/* harmony import */ var _exact_number_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4288);

const excerpt = (text) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
const roundedNumber = (text) => {
    const found = (0,_exact_number_js__WEBPACK_IMPORTED_MODULE_0__/* .findRounded */ .b)(text);
    if (!found)
        return undefined;
    const { key, source } = found;
    const what = key === undefined ? 'body has' : `'${excerpt(key)}' is`;
    return `${what} the number ${excerpt(source)}, which is too large to be kept exactly: give it as text.`;
};


/***/ }),

/***/ 5151:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ once)
/* harmony export */ });
const once = (make) => {
    let made;
    return () => (made ??= make());
};


/***/ }),

/***/ 4288:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ isRounded),
/* harmony export */   b: () => (/* binding */ findRounded)
/* harmony export */ });
const digitsOf = (source) => /[1-9](?:\d*[1-9])?/.exec(source.replace(/[eE].*/, '').replace('.', ''))?.[0];
const isRounded = (source) => {
    const value = Number(source);
    if (Math.abs(value) <= Number.MAX_SAFE_INTEGER)
        return false;
    return !Number.isFinite(value) || digitsOf(source) !== digitsOf(String(value));
};
const numbersAndTexts = /(?:"([^"]*)"\s*:\s*)?(-?\d[\d.eE+-]*)|"[^"]*"/g;
const findRounded = (json) => {
    if (!/\d{16}|\d[eE]\+?\d/.test(json))
        return undefined;
    for (const [, key, source] of json.replace(/\\./g, '').matchAll(numbersAndTexts)) {
        if (source !== undefined && isRounded(source))
            return { key, source };
    }
    return undefined;
};


/***/ }),

/***/ 1959:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ firstOf)
/* harmony export */ });
const firstOf = (items, most, separator = ', ') => {
    const shown = items.slice(0, most).join(separator);
    const rest = items.length - most;
    if (rest <= 0)
        return shown;
    return `${shown}${separator === '; ' ? ';' : ''} and ${rest} more`;
};


/***/ }),

/***/ 3325:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fu: () => (/* binding */ rollBack),
/* harmony export */   Zr: () => (/* binding */ dataFile),
/* harmony export */   aq: () => (/* binding */ StorageError),
/* harmony export */   lockDataDir: () => (/* binding */ lockDataDir),
/* harmony export */   qI: () => (/* binding */ openDatabase),
/* harmony export */   sj: () => (/* binding */ asStorageError)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_sqlite__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99);
/* harmony import */ var node_sqlite__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_sqlite__WEBPACK_IMPORTED_MODULE_2__);



class StorageError extends Error {
    name = 'StorageError';
}
const codes = { busy: 5, readOnly: 8, readOrWrite: 10, corrupt: 11, full: 13, cannotOpen: 14, noDatabase: 26 };
const codeOf = (error) => {
    const code = error?.errcode;
    return typeof code === 'number' ? code & 0xff : undefined;
};
const asStorageError = (error) => {
    const { full, readOnly, readOrWrite, cannotOpen } = codes;
    const code = codeOf(error);
    if (code === undefined || ![full, readOnly, readOrWrite, cannotOpen].includes(code))
        return error;
    const reason = error.message;
    return new StorageError(`The data directory cannot be written to: ${reason}. Nothing of this is kept: make room, and repeat it.`, { cause: error });
};
const rollBack = (database) => {
    try {
        database.exec('ROLLBACK');
    }
    catch {
    }
};
const fileIn = (dataDir, name) => {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(dataDir, { recursive: true });
    }
    catch (error) {
        throw unusable(dataDir, error.message, 'choose a folder that can be written to', error);
    }
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dataDir, name);
};
const dataFile = (dataDir) => fileIn(dataDir, 'orchestrator.sqlite');
const unusable = (path, reason, advice, cause) => new Error(`'${path}' cannot be used for data: ${reason}. What to do: ${advice}.`, { cause });
const explained = (file, error) => {
    const { busy, corrupt, full, noDatabase } = codes;
    const elsewhere = 'move it away, or choose another folder';
    switch (codeOf(error)) {
        case undefined:
            return error;
        case noDatabase:
            return unusable(file, 'it is not a database', elsewhere, error);
        case corrupt:
            return unusable(file, 'it is damaged', 'put back a copy that was made while no orchestrator ran', error);
        case busy:
            return unusable(file, 'another program has it open', 'end that program, or choose another folder', error);
        case full:
            return unusable(file, 'the disk is full', 'make room', error);
        default:
            return unusable(file, error.message, 'choose a folder that can be written to', error);
    }
};
const applicationId = 0x68_75_6d_61;
const format = 2;
const numberOf = (database, sql) => Object.values(database.prepare(sql).get() ?? {})[0];
const isOld = (database) => numberOf(database, 'PRAGMA application_id') === 0 &&
    numberOf(database, 'PRAGMA user_version') === 0 &&
    numberOf(database, `SELECT count(*) FROM sqlite_schema WHERE name IN ('settings', 'tokens', 'due')`) === 3;
const check = (database, file) => {
    if (numberOf(database, 'PRAGMA application_id') !== applicationId && !isOld(database)) {
        throw unusable(file, 'it is the database of another program', 'move it away, or choose another folder');
    }
    const written = numberOf(database, 'PRAGMA user_version');
    if (written !== format) {
        const who = written > format ? 'a newer' : 'an older';
        throw unusable(file, `${who} orchestrator has written it, in format ${written}, and this one reads format ${format}`, 'start that version again, or begin with an empty folder');
    }
    const [damage] = Object.values(database.prepare('PRAGMA quick_check(1)').get() ?? {});
    if (damage !== 'ok') {
        throw unusable(file, `it is damaged (${String(damage)})`, 'put back a copy that was made while no orchestrator ran');
    }
};
const prepare = (database, file) => {
    database.exec('BEGIN IMMEDIATE');
    try {
        if (numberOf(database, 'SELECT count(*) FROM sqlite_schema') > 0)
            check(database, file);
        else
            database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${format}`);
        database.exec('COMMIT');
    }
    catch (error) {
        rollBack(database);
        throw error;
    }
};
const openDatabase = (file, { maxPages }) => {
    if (file === undefined)
        return new node_sqlite__WEBPACK_IMPORTED_MODULE_2__.DatabaseSync(':memory:');
    let database;
    try {
        database = new node_sqlite__WEBPACK_IMPORTED_MODULE_2__.DatabaseSync(file);
        database.exec('PRAGMA secure_delete = ON');
        prepare(database, file);
        database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
        if (maxPages !== undefined)
            database.exec(`PRAGMA max_page_count = ${maxPages}`);
        return database;
    }
    catch (error) {
        database?.close();
        throw explained(file, error);
    }
};
const lockDataDir = (dataDir) => {
    const file = fileIn(dataDir, 'orchestrator.lock');
    let lock;
    try {
        lock = new node_sqlite__WEBPACK_IMPORTED_MODULE_2__.DatabaseSync(file);
        lock.exec('BEGIN EXCLUSIVE');
    }
    catch (error) {
        lock?.close();
        throw codeOf(error) === codes.busy
            ? unusable(dataDir, 'another orchestrator works on it', 'stop that one first, or give this one a folder of its own')
            : explained(dataDir, error);
    }
    const held = lock;
    return { release: () => held.close() };
};


/***/ }),

/***/ 9681:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ checkDepth)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2613);

const maxDepth = 500;
const checkDepth = (name, value) => {
    const open = [{ value, depth: 0 }];
    for (let next = open.pop(); next; next = open.pop()) {
        if (typeof next.value !== 'object' || next.value === null)
            continue;
        if (next.depth === maxDepth)
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .badRequest */ .li)(`${name} is nested more than ${maxDepth} levels deep.`);
        for (const child of Object.values(next.value))
            open.push({ value: child, depth: next.depth + 1 });
    }
};


/***/ }),

/***/ 4079:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createOrchestrator: () => (/* binding */ createOrchestrator)
});

// EXTERNAL MODULE: ./build/clock.js
var build_clock = __webpack_require__(837);
// EXTERNAL MODULE: ./build/contract/validation/once.js
var once = __webpack_require__(5151);
// EXTERNAL MODULE: ./build/random.js
var build_random = __webpack_require__(7704);
// EXTERNAL MODULE: ./build/orchestrator/errors.js
var errors = __webpack_require__(2613);
;// CONCATENATED MODULE: ./build/orchestrator/subjects.js
const scope = '';
const createSubjects = (store) => {
    const subjects = store.table('users');
    const holders = store.table('role-holders');
    const members = store.table('group-members');
    const get = (id) => subjects.get(scope, id);
    const all = (ids) => ids.map(get).filter((found) => found !== undefined);
    const update = (subject) => subjects.update(scope, subject.id, subject);
    const revoke = (id, path) => {
        const subject = get(id);
        if (!subject)
            return;
        const isGone = (held) => held === path || held.startsWith(`${path}/`);
        for (const held of Object.keys(subject.roles).filter(isGone))
            holders.delete(held, id);
        const kept = Object.entries(subject.roles).filter(([held]) => !isGone(held));
        update({ ...subject, roles: Object.fromEntries(kept) });
    };
    const leave = (groupId, userId) => {
        members.delete(groupId, userId);
        const user = get(userId);
        if (user)
            update({ ...user, groups: (user.groups ?? []).filter((id) => id !== groupId) });
    };
    return {
        get,
        add: (subject) => {
            subjects.insert(scope, subject.id, subject);
            for (const path of Object.keys(subject.roles))
                holders.insert(path, subject.id, subject.id);
        },
        update,
        remove: (id) => {
            const { roles = {}, groups = [] } = get(id) ?? {};
            for (const path of Object.keys(roles))
                holders.delete(path, id);
            for (const groupId of groups)
                leave(groupId, id);
            for (const userId of members.list(id))
                leave(id, userId);
            subjects.delete(scope, id);
        },
        grant: (id, path, role) => {
            const subject = get(id);
            if (!subject)
                return;
            if (subject.roles[path] === undefined)
                holders.insert(path, id, id);
            update({ ...subject, roles: { ...subject.roles, [path]: role } });
        },
        revoke,
        forget: (path) => {
            for (const id of holders.list(path))
                revoke(id, path);
        },
        holders: (path) => all(holders.list(path)),
        join: (groupId, userId) => {
            const user = get(userId);
            if (!user || user.groups?.includes(groupId))
                return;
            members.insert(groupId, userId, userId);
            update({ ...user, groups: [...(user.groups ?? []), groupId] });
        },
        leave,
        members: (groupId) => all(members.list(groupId)),
    };
};

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/orchestrator/tokens/store.js

const store_scope = '';
const hashOf = (secret) => (0,external_node_crypto_.hash)('sha256', secret);
const createTokenStore = (store) => {
    const keys = store.table('tokens');
    const infos = store.table('token-info');
    return {
        find: (secret) => keys.get(store_scope, hashOf(secret)),
        add: (secret, userId, info) => {
            const hash = hashOf(secret);
            const { id = hash.slice(0, 8), expires_at } = info;
            keys.insert(store_scope, hash, { user_id: userId, ...(expires_at === undefined ? {} : { expires_at }) });
            infos.insert(userId, id, { hash, info: { ...info, id } });
            return id;
        },
        list: (userId) => infos.list(userId).map(({ info }) => info),
        get: (userId, id) => infos.get(userId, id)?.info,
        delete: (userId, id) => {
            const found = infos.get(userId, id);
            if (!found)
                return;
            keys.delete(store_scope, found.hash);
            infos.delete(userId, id);
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/auth.js



const orgPath = (orgId) => `/orgs/${orgId}`;
const appPath = (orgId, appId) => `/orgs/${orgId}/apps/${appId}`;
const envTypePath = (orgId, envType) => `/orgs/${orgId}/env-types/${envType}`;
const applicationRoles = ['viewer', 'developer', 'owner'];
const environmentTypeRoles = ['deployer'];
const organizationRoles = {
    orgViewer: ['org:member', 'app:viewer'],
    member: ['org:member'],
    artefactContributor: ['org:member', 'org:artefactContributor'],
    manager: ['org:member', 'org:artefactContributor', 'org:manager'],
};
const organizationRoleNames = ['administrator', ...Object.keys(organizationRoles)];
const includedRoles = (role) => {
    if (applicationRoles.includes(role))
        return applicationRoles.slice(0, applicationRoles.indexOf(role) + 1);
    const included = role === 'administrator' ? organizationRoles['manager'] : organizationRoles[role];
    const names = (included ?? []).filter((access) => access.startsWith('org:')).map((access) => access.slice(4));
    return [...new Set([...names, role])];
};
const heldRoles = ({ roles, inherited = [] }) => [roles, ...inherited].flatMap((each) => Object.entries(each));
const strongestRoles = (caller) => {
    const strongest = {};
    for (const [path, role] of heldRoles(caller)) {
        const known = strongest[path];
        if (known === undefined || includedRoles(role).length > includedRoles(known).length)
            strongest[path] = role;
    }
    return strongest;
};
const organizationsOf = (caller) => {
    const ids = heldRoles(caller).map(([path]) => /^\/orgs\/([^/]+)$/.exec(path)?.[1]);
    return [...new Set(ids.filter((id) => id !== undefined))];
};
const rolesOn = ({ roles, inherited = [] }, path) => [roles, ...inherited].flatMap((each) => each[path] ?? []);
const allows = (caller, access, orgId, appId) => {
    if (access === 'anybody')
        return true;
    if (orgId === undefined)
        return false;
    const held = rolesOn(caller, orgPath(orgId));
    if (held.some((role) => role === 'administrator' || organizationRoles[role]?.includes(access)))
        return true;
    if (held.length === 0 || !access.startsWith('app:') || appId === undefined)
        return false;
    const least = applicationRoles.indexOf(access.slice('app:'.length));
    return rolesOn(caller, appPath(orgId, appId)).some((role) => applicationRoles.indexOf(role) >= least);
};
const bearer = (headers) => /^(?:Bearer|JWT) +(\S+)$/i.exec(headers['authorization'] ?? '')?.[1];
const unauthorized = (reason) => new errors/* HttpError */.j$(401, `${reason}: send "Authorization: Bearer <token>".`);
const createAuth = ({ store, scheduler }) => {
    const subjects = createSubjects(store);
    const tokens = createTokenStore(store);
    const user = (id) => {
        const found = subjects.get(id);
        if (!found?.groups?.length)
            return found;
        return { ...found, inherited: found.groups.map((groupId) => subjects.get(groupId)?.roles ?? {}) };
    };
    return {
        authenticate: (headers) => {
            const token = bearer(headers);
            if (token === undefined)
                throw unauthorized('The request has no bearer token');
            const known = tokens.find(token);
            const caller = known && user(known.user_id);
            if (!caller)
                throw unauthorized('The token is not known');
            if (known.expires_at !== undefined && Date.parse(known.expires_at) <= scheduler.now()) {
                throw unauthorized(`The token has expired at ${known.expires_at}`);
            }
            return caller;
        },
        allows,
        authorize: (caller, access, orgId, appId) => {
            if (allows(caller, access, orgId, appId))
                return;
            const [level, role] = access.split(':');
            const where = level === 'app' ? `application '${orgId}/${appId}'` : `organization '${orgId}'`;
            throw (0,errors/* forbidden */.o0)(`${caller.name} needs at least the role '${role}' on ${where}.`);
        },
        mayDeploy: (caller, { orgId, appId, envType }) => allows(caller, 'org:administrator', orgId) ||
            (rolesOn(caller, envTypePath(orgId, envType)).includes('deployer') &&
                allows(caller, 'app:developer', orgId, appId)),
        addUser: subjects.add,
        user,
        addToken: (token, userId) => tokens.add(token, userId, {
            type: 'static',
            description: 'Given when the orchestrator was started',
            created_at: scheduler.timestamp(),
            created_by: userId,
        }),
        grant: subjects.grant,
    };
};

// EXTERNAL MODULE: ./build/contract/identifiers.js
var identifiers = __webpack_require__(2002);
;// CONCATENATED MODULE: ./build/orchestrator/plain-schema.js

const typeOf = (value) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);
const hasType = (type, value) => {
    if (type === 'integer')
        return Number.isInteger(value);
    if (type === 'number')
        return Number.isFinite(value);
    return typeOf(value) === type;
};
const lengthUpTo = (limit, text) => Array.from(text.slice(0, 2 * limit + 1)).length;
const textProblem = ({ minLength = 0, maxLength, pattern }, text) => {
    if (lengthUpTo(minLength, text) < minLength) {
        return ['minLength', `must NOT have fewer than ${minLength} characters`];
    }
    if (maxLength !== undefined && lengthUpTo(maxLength, text) > maxLength) {
        return ['maxLength', `must NOT have more than ${maxLength} characters`];
    }
    if (pattern === undefined || (0,identifiers/* compilePattern */.Eb)(pattern, 'u').test(text))
        return undefined;
    return ['pattern', `must match pattern "${pattern}"`];
};
const numberProblem = ({ minimum = -Infinity, maximum = Infinity }, number) => {
    if (number < minimum)
        return ['minimum', `must be >= ${minimum}`];
    return number > maximum ? ['maximum', `must be <= ${maximum}`] : undefined;
};
const valueProblem = (schema, value) => {
    const { type = [], enum: values, anyOf } = schema;
    const types = [type].flat();
    if (types.length > 0 && !types.some((each) => hasType(each, value))) {
        return ['type', `must be ${types.join(' or ')}`];
    }
    if (values?.includes(value) === false) {
        return [
            'enum',
            values.length === 1 ? `must be ${JSON.stringify(values[0])}` : `must be one of ${values.join(', ')}`,
        ];
    }
    if (anyOf?.every((each) => mismatches(each, value).length > 0))
        return ['anyOf', 'must be one of several'];
    if (typeof value === 'string')
        return textProblem(schema, value);
    return typeof value === 'number' ? numberProblem(schema, value) : undefined;
};
const objectMismatches = (schema, value, path) => {
    const { properties = {}, required = [], minProperties = 0, propertyNames = {}, additionalProperties = true } = schema;
    const wrong = (keyword, message, key) => ({
        keyword,
        path,
        message,
        value,
        schema,
        ...(key === undefined ? {} : { key }),
    });
    const entries = Object.entries(value);
    if (entries.length < minProperties) {
        return [wrong('minProperties', `must NOT have fewer than ${minProperties} properties`)];
    }
    const found = required
        .filter((key) => !Object.hasOwn(value, key))
        .map((key) => wrong('required', `must have required property '${key}'`, key));
    for (const [key, held] of entries) {
        const [name] = mismatches(propertyNames, key);
        if (name)
            found.push(wrong('propertyNames', `the name '${key}' ${name.message}`, key));
        const rule = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
        if (rule === false)
            found.push(wrong('additionalProperties', `must not have the property '${key}'`, key));
        if (typeof rule !== 'object')
            continue;
        for (const mismatch of mismatches(rule, held, [...path, key]))
            found.push(mismatch);
    }
    return found;
};
const mismatches = (schema, value, path = []) => {
    const problem = valueProblem(schema, value);
    if (problem)
        return [{ keyword: problem[0], path, message: problem[1], value, schema }];
    const { items } = schema;
    if (Array.isArray(value)) {
        return items ? value.flatMap((item, index) => mismatches(items, item, [...path, index])) : [];
    }
    return typeof value === 'object' && value !== null ? objectMismatches(schema, value, path) : [];
};

;// CONCATENATED MODULE: ./build/orchestrator/doors.js

const doors_text = { type: 'string' };
const hundredYears = 100 * 366 * 24 * 3600 * 1000;
const ms = { type: 'number', minimum: 0, maximum: hundredYears };
const object = (properties, required = []) => ({
    type: 'object',
    properties,
    required,
    additionalProperties: false,
});
const headers = {
    type: 'object',
    propertyNames: { pattern: '^[A-Za-z0-9-]+$' },
    additionalProperties: { type: 'string', pattern: '^[\\t\\x20-\\x7e]*$' },
};
const schemas = {
    fail: object({
        status: { type: 'integer', minimum: 200, maximum: 599 },
        body: doors_text,
        headers,
        times: { type: 'integer', minimum: 1 },
        method: doors_text,
        path: doors_text,
        after: { type: 'boolean' },
    }, ['status']),
    advance: object({ ms }, ['ms']),
    cluster: object({
        pendingMs: ms,
        durationMs: ms,
        readyAfterMs: ms,
        teardownMs: ms,
        workloads: {
            type: 'object',
            additionalProperties: object({
                durationMs: ms,
                readyAfterMs: ms,
                neverReady: doors_text,
                fail: object({ env: doors_text, image: doors_text, code: doors_text, summary: doors_text, message: doors_text }, ['message']),
            }),
        },
    }),
    reset: object({ seed: doors_text }),
};
const isDoor = (name) => Object.hasOwn(schemas, name);
const doorNames = Object.keys(schemas);
const readDoor = (door, body) => {
    const value = JSON.parse(body);
    const [problem] = mismatches(schemas[door], value);
    if (problem)
        throw new Error(`${['body', ...problem.path].join('/')} ${problem.message}`);
    return value;
};

;// CONCATENATED MODULE: ./build/orchestrator/control.js

const json = (status, body) => ({
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
});
const textOf = (body) => (typeof body === 'string' ? body : new TextDecoder().decode(body));
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
        behave: (change) => store.transaction(() => cluster.behave(change)),
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
        handle: ({ url, body, method, headers }) => {
            if (headers['origin'] !== undefined)
                return json(403, { error: 'The control door is not open to web pages.' });
            const door = new URL(url).pathname.slice('/_orchestrator/'.length);
            if (!isDoor(door) || method !== 'POST') {
                return json(404, { error: `POST /_orchestrator/… has these doors: ${doorNames.join(', ')}` });
            }
            try {
                doors[door](textOf(body) || '{}');
                return json(200, {});
            }
            catch (error) {
                return json(400, { error: error.message });
            }
        },
    };
    const doors = {
        fail: (body) => control.failNext(readDoor('fail', body)),
        advance: (body) => control.advance(readDoor('advance', body).ms),
        cluster: (body) => control.behave(readDoor('cluster', body)),
        reset: (body) => control.reset(readDoor('reset', body).seed),
    };
    return control;
};

// EXTERNAL MODULE: ./build/orchestrator/data-file.js
var data_file = __webpack_require__(3325);
;// CONCATENATED MODULE: ./build/orchestrator/late.js
const createLate = (load) => {
    const state = {};
    return {
        load: async () => (state.loaded = await load()),
        isLoaded: () => state.loaded !== undefined,
        get: () => {
            if (state.loaded === undefined)
                throw new Error('this part of the program is not loaded yet');
            return state.loaded;
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/applications/model.js

const defaultEnvironment = { id: 'development', name: 'Development', type: 'development' };
const createApplications = ({ store, scheduler }, neighbours) => {
    const applications = store.table('applications');
    const find = (orgId, id) => {
        const found = applications.get(orgId, id);
        if (!found)
            throw (0,errors/* notFound */.mX)('Application', id, `organization '${orgId}'`);
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
    scheduler.on('application.deleted', ({ orgId, id, since }) => {
        const application = applications.get(orgId, id);
        if (application?.status === 'deleting' && application.status_changed_at === since)
            remove(orgId, id);
    });
    return {
        list: (orgId, caller) => applications
            .list(orgId)
            .filter(({ id }) => neighbours.sees(caller, orgId, id))
            .map(toResponse),
        places: (orgId) => applications.list(orgId).map(({ id }) => ({ orgId, appId: id })),
        require: (orgId, id) => void find(orgId, id),
        get: (orgId, id) => toResponse(find(orgId, id)),
        create: (orgId, request, caller) => {
            const { id, name } = request;
            if (applications.get(orgId, id))
                throw (0,errors/* conflict */.hj)(`Application '${id}' exists already in organization '${orgId}'.`);
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
        rename: (orgId, id, name) => {
            const renamed = { ...find(orgId, id), name };
            applications.update(orgId, id, renamed);
            return toResponse(renamed);
        },
        delete: (orgId, id, caller) => {
            const application = find(orgId, id);
            for (const { id: envId, type: envType } of neighbours.environmentsOf(orgId, id)) {
                neighbours.mayDeploy(caller, { orgId, appId: id, envId, envType });
            }
            if (!neighbours.hasActiveResources(orgId, id)) {
                remove(orgId, id);
                return 'deleted';
            }
            if (application.status === 'active') {
                const since = scheduler.timestamp();
                applications.update(orgId, id, { ...application, status: 'deleting', status_changed_at: since });
                scheduler.schedule('application.deleted', scheduler.now() + neighbours.teardownMs(), { orgId, id, since });
            }
            return 'deleting';
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/router.js
const route = (method, path, access, answer) => ({ method, path, access, answer });

;// CONCATENATED MODULE: ./build/orchestrator/applications/routes.js

const applicationRoutes = (applications) => [
    route('get', '/orgs/{orgId}/apps', 'org:member', ({ path, caller }) => ({
        status: 200,
        body: applications.list(path.orgId, caller),
    })),
    route('post', '/orgs/{orgId}/apps', 'org:manager', ({ path, body, caller }) => ({
        status: 201,
        body: applications.create(path.orgId, body, caller),
    })),
    route('get', '/orgs/{orgId}/apps/{appId}', 'app:viewer', ({ path }) => ({
        status: 200,
        body: applications.get(path.orgId, path.appId),
    })),
    route('patch', '/orgs/{orgId}/apps/{appId}', 'app:developer', ({ path, body }) => ({
        status: 200,
        body: applications.rename(path.orgId, path.appId, body.name),
    })),
    route('delete', '/orgs/{orgId}/apps/{appId}', 'app:owner', ({ path, caller }) => ({
        status: applications.delete(path.orgId, path.appId, caller) === 'deleted' ? 204 : 202,
    })),
];

// EXTERNAL MODULE: ./build/sets/json.js
var sets_json = __webpack_require__(3415);
// EXTERNAL MODULE: ./build/orchestrator/depth.js
var depth = __webpack_require__(9681);
// EXTERNAL MODULE: ./build/first-of.js
var first_of = __webpack_require__(1959);
// EXTERNAL MODULE: ./build/sets/normalise.js
var normalise = __webpack_require__(3895);
// EXTERNAL MODULE: ./build/sets/problem.js
var problem = __webpack_require__(4078);
;// CONCATENATED MODULE: ./build/orchestrator/sets/content.js





const defaultProfile = 'humanitec/default-module';
const defaultDeploy = { when: 'deploy', success: 'deploy', timeout: 300 };
const content_valueOf = (result, complaint) => {
    if (result.ok)
        return result.value;
    throw (0,errors/* badRequest */.li)(`${complaint}: ${(0,problem/* describeProblem */.BJ)(result.problem)}.`, { ...result.problem });
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
    throw (0,errors/* badRequest */.li)(`Module '${id}' is malformed: ${path} ${reason}.`, { module: id, path, reason });
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
    (0,depth/* checkDepth */.k)('The delta', delta);
    return { ...delta, modules: { ...delta.modules, add: completeModules(delta.modules.add) } };
};
const completeSet = (set) => {
    (0,depth/* checkDepth */.k)('The set', set);
    return { ...set, modules: completeModules(set.modules) };
};
const readDelta = (body) => completeDelta(content_valueOf((0,normalise/* normaliseDelta */.h)(body), 'The delta is malformed'));
const readSet = (body) => completeSet(content_valueOf((0,normalise/* normaliseSet */.F)(body), 'The set is malformed'));
const toPlainDelta = ({ modules, shared }) => ({ modules, shared });
const toSetContent = ({ modules, shared }) => ({ modules, shared });

// EXTERNAL MODULE: ./build/sets/pointer.js
var pointer = __webpack_require__(6540);
;// CONCATENATED MODULE: ./build/orchestrator/score/placeholders.js


const pattern = /\$(?:\$|\{([^{}]*)\})/g;
const escapePlaceholders = (text) => text.replaceAll('${', '$\\{');
const createPlaceholders = ({ metadata, places, onProblem, }) => {
    const resolve = (reference, path) => {
        const asItWas = `\${${reference}}`;
        const [scope, name = '', ...rest] = reference.split('.');
        if (scope === 'metadata') {
            const value = (0,pointer/* valueAt */.fK)(metadata, [name, ...rest]);
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
    const index = key === '-1' ? list.length : (0,pointer/* isIndex */.nw)(key) ? Number(key) : undefined;
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
const named = (value) => ({
    type: 'object',
    propertyNames: { pattern: label },
    additionalProperties: value,
});
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
    apiVersion: { enum: ['score.dev/v1b1'] },
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
const escapeKey = (key) => String(key).replaceAll('~', '~0').replaceAll('/', '~1');
const toProblem = ({ path, message }) => ({
    path: path.map((key) => `/${escapeKey(key)}`).join(''),
    message,
});
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
    const found = mismatches(scoreSchema, spec);
    if (found.length === 0)
        return convertValid(spec, request);
    return { ok: false, problems: found.map(toProblem) };
};

;// CONCATENATED MODULE: ./build/orchestrator/score/model.js





const mostProblems = 20;
const describe = ({ path, message }) => (path === '' ? message : `${path} ${message}`);
const toScoreSet = (request) => {
    (0,depth/* checkDepth */.k)('The request', request);
    const converted = convertScore(request);
    if (converted.ok)
        return completeSet(converted.set);
    const { problems } = converted;
    const list = (0,first_of/* firstOf */.K)(problems.map(describe), mostProblems, '; ');
    throw (0,errors/* badRequest */.li)(`The Score specification is invalid: ${list}.`, { problems: problems.slice(0, mostProblems) });
};

;// CONCATENATED MODULE: ./build/orchestrator/artefacts/versions.js
const referencesOf = (stated) => {
    const { name, version } = stated;
    const digest = stated.type === 'container' ? stated.digest : undefined;
    const tagged = version ? [`${name}:${version}`] : [];
    return digest ? [...tagged, ...[name, ...tagged].map((text) => `${text}@${digest}`)] : tagged;
};
const createVersions = (store) => {
    const records = store.table('artefact-versions');
    const byId = store.table('artefact-version-ids');
    const byReference = store.table('artefact-references');
    const scopeOf = (orgId, artefactId) => `${orgId}/${artefactId}`;
    const referenceScope = (orgId, reference) => `${orgId} ${reference}`;
    const at = (orgId, place) => place && records.get(scopeOf(orgId, place.artefactId), place.versionId);
    const ofArtefact = (orgId, artefactId) => records.list(scopeOf(orgId, artefactId), 'newest-first');
    const named = (orgId, reference) => byReference.list(referenceScope(orgId, reference), 'newest-first').flatMap((place) => at(orgId, place) ?? []);
    return {
        get: (orgId, artefactId, versionId) => at(orgId, { artefactId, versionId }),
        find: (orgId, versionId) => at(orgId, byId.get(orgId, versionId)),
        ofArtefact,
        named,
        alike: (orgId, artefactId, request) => {
            const [reference] = referencesOf(request);
            return reference === undefined ? ofArtefact(orgId, artefactId) : named(orgId, reference);
        },
        scan: (orgId, artefactIds) => {
            const scopes = artefactIds?.map((id) => ({ scope: scopeOf(orgId, id) })) ?? [{ scope: orgId, within: true }];
            const rows = scopes.flatMap((scope) => [...records.scan({ ...scope, order: 'newest-first' })]);
            const sorted = scopes.length > 1 ? rows.sort((a, b) => b.place - a.place) : rows;
            return sorted.map(({ value }) => value);
        },
        insert: (orgId, record) => {
            const { artefact_id: artefactId, id: versionId } = record.version;
            const place = { artefactId, versionId };
            records.insert(scopeOf(orgId, artefactId), versionId, record);
            byId.insert(orgId, versionId, place);
            for (const reference of referencesOf(record.version)) {
                byReference.insert(referenceScope(orgId, reference), versionId, place);
            }
        },
        update: (orgId, record) => records.update(scopeOf(orgId, record.version.artefact_id), record.version.id, record),
        deleteOf: (orgId, artefactId) => {
            const gone = ofArtefact(orgId, artefactId);
            for (const { version } of gone) {
                byId.delete(orgId, version.id);
                for (const reference of referencesOf(version))
                    byReference.delete(referenceScope(orgId, reference), version.id);
            }
            records.deleteAll(scopeOf(orgId, artefactId));
            return gone.map(({ version }) => version.id);
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/artefacts/model.js






const checkUuid = (name, id) => {
    if (!(0,identifiers/* isUuid */.O1)(id))
        throw (0,errors/* badRequest */.li)(`path parameter '${name}' must be a UUID, not '${id}'`);
};
const model_matches = (version, { archived = false, type }) => (archived || !version.archived) && (type === undefined || version.type === type);
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
    throw (0,errors/* badRequest */.li)(`'${request.name}' is a container: only workloads make a deployment set.`);
};
const check = (request, { vcs = 'git' }) => {
    const { name, ref = '' } = request;
    (0,depth/* checkDepth */.k)('The request', request);
    if (name === '')
        throw (0,errors/* badRequest */.li)('name must not be empty: give the image without its tag, or the name of the workload.');
    if (vcs === 'git' && ref !== '' && !ref.startsWith('refs/')) {
        throw (0,errors/* badRequest */.li)(`ref must start with 'refs/', as in 'refs/heads/main', not '${ref}'; another vcs than git takes any.`);
    }
    if (request.type === 'workload')
        setOf(request);
};
const createArtefacts = ({ store, scheduler, random }, neighbours = {}) => {
    const artefacts = store.table('artefacts');
    const idsByName = store.table('artefact-names');
    const versions = createVersions(store);
    const require = (orgId, id) => {
        const found = artefacts.get(orgId, id);
        if (!found)
            throw (0,errors/* notFound */.mX)('Artefact', id, `organization '${orgId}'`);
        return found;
    };
    const nameKey = ({ name, type }) => `${type} ${name}`;
    const idsNamed = (orgId, name) => ['container', 'workload'].flatMap((type) => idsByName.get(orgId, nameKey({ name, type })) ?? []);
    const ensure = (orgId, { name, type }, caller) => {
        const known = idsByName.get(orgId, nameKey({ name, type }));
        if (known !== undefined)
            return require(orgId, known);
        const now = scheduler.timestamp();
        const made = { created_at: now, created_by: caller.id, updated_at: now, updated_by: caller.id };
        const artefact = { id: random.uuid(), name, type, ...made };
        artefacts.insert(orgId, artefact.id, artefact);
        idsByName.insert(orgId, nameKey(artefact), artefact.id);
        return artefact;
    };
    const record = (orgId, versionId) => {
        checkUuid('artefactVersionId', versionId);
        const found = versions.find(orgId, versionId);
        if (!found)
            throw (0,errors/* notFound */.mX)('Artefact version', versionId, `organization '${orgId}'`);
        return found;
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
        versions.insert(orgId, { version, request });
        artefacts.update(orgId, artefact.id, { ...artefact, updated_at: now, updated_by: caller.id });
        neighbours.registered?.(orgId, version);
        return version;
    };
    return {
        list: (orgId, { name, type }) => artefacts
            .list(orgId)
            .filter((each) => (name === undefined || each.name === name) && (type === undefined || each.type === type)),
        delete: (orgId, id) => {
            idsByName.delete(orgId, nameKey(require(orgId, id)));
            const gone = versions.deleteOf(orgId, id);
            artefacts.delete(orgId, id);
            for (const versionId of gone)
                neighbours.deleted?.(orgId, versionId);
        },
        check,
        register: (orgId, request, options, caller) => {
            check(request, options);
            const stated = withoutBlanks(request);
            const artefact = ensure(orgId, stated, caller);
            const known = versions
                .alike(orgId, artefact.id, stated)
                .findLast((each) => (0,sets_json/* jsonEqual */.Zm)(each.request, stated));
            return known?.version ?? add(orgId, stated, artefact, caller);
        },
        versions: (orgId, filter) => {
            if (filter.name !== undefined && filter.reference !== undefined) {
                throw (0,errors/* badRequest */.li)("query parameters 'name' and 'reference' exclude each other");
            }
            const { name, names = name === undefined ? undefined : [name], reference } = filter;
            const found = reference === undefined
                ? versions.scan(orgId, names?.flatMap((each) => idsNamed(orgId, each)))
                : versions.named(orgId, reference);
            return found.map(({ version }) => version).filter((version) => model_matches(version, filter));
        },
        versionsOf: (orgId, id, { limit, ...filter }) => {
            checkUuid('artefactId', id);
            if (limit !== undefined && limit < 1)
                throw (0,errors/* badRequest */.li)(`query parameter 'limit' must be at least 1, not ${limit}`);
            require(orgId, id);
            const { reference } = filter;
            const found = reference === undefined
                ? versions.ofArtefact(orgId, id)
                : versions.named(orgId, reference).filter(({ version }) => version.artefact_id === id);
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
            throw (0,errors/* badRequest */.li)(`Artefact version '${versionId}' is a container, which has no specification.`);
        },
        workloadSet: (orgId, versionId) => setOf(record(orgId, versionId).request),
        archive: (orgId, id, versionId, archived, caller) => {
            checkUuid('artefactId', id);
            checkUuid('versionId', versionId);
            require(orgId, id);
            const found = versions.get(orgId, id, versionId);
            if (!found)
                throw (0,errors/* notFound */.mX)('Artefact version', versionId, `artefact '${id}'`);
            if (archived === null)
                return found.version;
            const changed = { archived, updated_at: scheduler.timestamp(), updated_by: caller.id };
            const version = { ...found.version, ...changed };
            versions.update(orgId, { ...found, version });
            return version;
        },
    };
};

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/contract/validation/numbers.js
var numbers = __webpack_require__(1862);
// EXTERNAL MODULE: ./build/exact-number.js
var exact_number = __webpack_require__(4288);
;// CONCATENATED MODULE: ./build/orchestrator/yaml.js



const maxLexemes = 50_000;
const maxNesting = 100;
const longestText = 2 * 2 ** 20;
const itemsOf = (token) => {
    if ('items' in token)
        return token.items;
    return token.type === 'document' ? [token] : [];
};
function* levelsOf(tokens) {
    const open = tokens.map((token) => ({ token, level: 0 }));
    for (let next = open.pop(); next; next = open.pop()) {
        yield next;
        const { token, level } = next;
        for (const { key, value } of itemsOf(token))
            for (const inner of [key, value])
                if (inner)
                    open.push({ token: inner, level: level + 1 });
    }
}
const readTokens = (text, lines = new dist.LineCounter()) => {
    const parser = new dist/* Parser */.iX(lines.addNewLine);
    const tokens = [];
    let lexemes = 0;
    lines.addNewLine(0);
    try {
        for (const lexeme of new dist/* Lexer */.JG().lex(text)) {
            lexemes += 1;
            if (lexemes > maxLexemes)
                return 'lexemes';
            tokens.push(...parser.next(lexeme));
        }
        tokens.push(...parser.end());
    }
    catch (error) {
        if (error instanceof RangeError)
            return 'nesting';
        throw error;
    }
    for (const { level } of levelsOf(tokens))
        if (level > maxNesting)
            return 'nesting';
    return tokens;
};
const excesses = {
    lexemes: `It has more than ${maxLexemes} words and marks.`,
    nesting: `It is nested more than ${maxNesting} levels deep.`,
};
const isStructure = (key) => key !== null && key !== undefined && ('items' in key || key.type === 'alias');
const roundedNumber = (document) => {
    let found;
    (0,dist.visit)(document, {
        Scalar: (_, { value, source = '' }) => {
            if (typeof value !== 'number' || !(0,exact_number/* isRounded */.E)(source))
                return undefined;
            found = source;
            return dist.visit.BREAK;
        },
    });
    return found;
};
const readYaml = (text) => {
    if (text.length > longestText)
        throw new Error(`It has more than ${longestText} characters.`);
    const tokens = readTokens(text);
    if (!Array.isArray(tokens))
        throw new Error(excesses[tokens]);
    for (const { token } of levelsOf(tokens))
        if (itemsOf(token).some(({ key }) => isStructure(key)))
            throw new Error('It has a key that is no text.');
    const [document, second] = [...new dist/* Composer */.Dk({ prettyErrors: false }).compose(tokens, true, text.length)];
    if (second)
        throw new Error('It has more than one document.');
    const [problem] = document?.errors ?? [];
    if (problem)
        throw new Error(problem.message);
    const rounded = document && roundedNumber(document);
    if (rounded !== undefined)
        throw new Error(`It has the number ${(0,numbers/* excerpt */.K)(rounded)}, which cannot be kept exactly: put it in quotes.`);
    return document?.toJS({ maxAliasCount: 100 });
};

;// CONCATENATED MODULE: ./build/orchestrator/artefacts/multipart.js

const boundaryOf = (contentType) => {
    const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^";\s]+))/i.exec(contentType) ?? [];
    const boundary = quoted ?? plain;
    if (boundary === undefined)
        throw (0,errors/* badRequest */.li)('The form has no boundary in its Content-Type.');
    return boundary;
};
const toBytes = (text) => Buffer.from(text, 'latin1');
const multipart_readPart = (part) => {
    const start = part.indexOf('\r\n');
    const end = part.indexOf('\r\n\r\n', start);
    if (start < 0 || end < 0 || part.slice(0, start).trim() !== '')
        throw (0,errors/* badRequest */.li)('A part of the form has no header.');
    const header = part
        .slice(start, end)
        .split('\r\n')
        .find((line) => /^content-disposition\s*:\s*form-data\s*;/i.test(line));
    const name = /;\s*name=(?:"([^"]*)"|([^";\s]+))/i.exec(header ?? '');
    if (!name)
        throw (0,errors/* badRequest */.li)('A part of the form has no name.');
    return [toBytes(name[1] ?? name[2] ?? '').toString('utf8'), toBytes(part.slice(end + 4))];
};
const readMultipart = (contentType, body) => {
    const [, ...parts] = `\r\n${body.toString('latin1')}`.split(`\r\n--${boundaryOf(contentType)}`);
    if (!parts.at(-1)?.startsWith('--'))
        throw (0,errors/* badRequest */.li)('The form ends before its closing boundary.');
    const fields = new Map();
    for (const part of parts.slice(0, -1)) {
        const [name, value] = multipart_readPart(part);
        if (fields.has(name))
            throw (0,errors/* badRequest */.li)(`The form has the field '${name}' twice.`);
        fields.set(name, value);
    }
    return fields;
};

;// CONCATENATED MODULE: ./build/orchestrator/artefacts/form.js





const form_texts = ['version', 'ref', 'commit'];
const objects = ['overrides', 'property_overrides', 'resource_type_aliases', 'extensions'];
const readObject = (name, text) => {
    let value;
    try {
        value = readYaml(text);
    }
    catch (error) {
        throw (0,errors/* badRequest */.li)(`Form field '${name}' is not YAML: ${error.message}`);
    }
    if (!(0,sets_json/* isObject */.Gv)(value))
        throw (0,errors/* badRequest */.li)(`Form field '${name}' must be an object, as YAML or JSON.`);
    return value;
};
const readForm = (contentType, body) => {
    const fields = new Map([...readMultipart(contentType, body)].map(([name, value]) => [name, value.toString('utf8')]));
    const required = (name) => {
        const value = fields.get(name);
        if (value === undefined)
            throw (0,errors/* badRequest */.li)(`Form field '${name}' is missing.`);
        return value;
    };
    const given = (names) => names.filter((name) => fields.has(name));
    const type = required('type');
    const commit = fields.get('commit');
    if (commit !== undefined && !(0,identifiers/* isCommit */.WM)(commit)) {
        throw (0,errors/* badRequest */.li)(`Form field 'commit' must be 5 to 40 hexadecimal digits, not '${commit}'.`);
    }
    const common = { name: required('name'), ...Object.fromEntries(given(form_texts).map((name) => [name, required(name)])) };
    if (type === 'container') {
        return { type, ...common, ...Object.fromEntries(given(['digest']).map((name) => [name, required(name)])) };
    }
    if (type !== 'workload')
        throw (0,errors/* badRequest */.li)(`Form field 'type' must be container or workload, not '${type}'.`);
    return {
        type,
        ...common,
        spec: readObject('spec', required('spec')),
        ...Object.fromEntries(given(['image']).map((name) => [name, required(name)])),
        ...Object.fromEntries(given(objects).map((name) => [name, readObject(name, required(name))])),
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/artefacts/routes.js




const readRequest = (body, contentType = '') => Buffer.isBuffer(body) ? readForm(contentType, body) : body;
const setJson = 'application/x.workload-deployment-set+json';
const setYaml = 'application/x.workload-deployment-set+x-yaml';
const accepts = (headers, type) => headers['accept']?.includes(type) === true;
const jsonOrYaml = (headers, body) => accepts(headers, 'application/x-yaml')
    ? { status: 200, text: (0,dist/* stringify */.As)(body), headers: { 'content-type': 'application/x-yaml' } }
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
            const text = type === setJson ? JSON.stringify(set) : (0,dist/* stringify */.As)(set);
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

;// CONCATENATED MODULE: ./build/orchestrator/cluster/containers.js
const containers_textOf = (value) => (typeof value === 'string' ? value : '');
const containersOf = (module) => {
    const { containers } = module.spec ?? {};
    return Object.entries(containers ?? {}).map(([name, container]) => ({ name, image: containers_textOf(container?.image) }));
};

;// CONCATENATED MODULE: ./build/orchestrator/cluster/model.js


const defaults = {
    pendingMs: 200,
    durationMs: 2000,
    readyAfterMs: 1000,
    teardownMs: 1000,
    workloads: {},
};
const phases = ['before', 'deploy', 'after'];
const ordinary = phases.indexOf('deploy');
const longestTimeout = 86_400;
const conditionOf = (module) => {
    const deploy = (0,sets_json/* isObject */.Gv)(module) ? (0,sets_json/* ownValue */.eC)(module, 'deploy') : undefined;
    if (!(0,sets_json/* isObject */.Gv)(deploy))
        return { phase: ordinary };
    const { when, success, timeout } = deploy;
    const phase = phases.includes(when) ? phases.indexOf(when) : ordinary;
    if ((success !== 'available' && success !== 'complete') || typeof timeout !== 'number')
        return { phase };
    return { phase, until: { success, timeout: Math.min(Math.max(timeout, 0), longestTimeout) } };
};
const workloadError = (name, summary, message, code = 'CLD-001') => ({
    code,
    error_type: 'workload',
    message,
    object_id: name,
    scope: 'workload',
    summary,
});
const failureOf = (name, module, envId, failure) => {
    if (!failure)
        return [];
    const { env, image, code, message, summary = `Workload '${name}' did not start` } = failure;
    if ((env !== undefined && env !== envId) ||
        (image !== undefined && !containersOf(module).some((container) => container.image === image))) {
        return [];
    }
    return [workloadError(name, summary, message, code)];
};
const planWorkload = (name, module, envId, behaviour) => {
    const own = (0,sets_json/* ownValue */.eC)(behaviour.workloads, name) ?? {};
    const { durationMs = behaviour.durationMs, readyAfterMs = behaviour.readyAfterMs, neverReady, fail } = own;
    const reason = neverReady === undefined ? {} : { neverReady };
    const errors = failureOf(name, module, envId, fail);
    const { phase, until } = conditionOf(module);
    if (!until || errors.length > 0) {
        return { name, phase, takesMs: durationMs, isAwaited: false, errors, outcome: { readyAfterMs, ...reason } };
    }
    const { success, timeout } = until;
    const isMet = neverReady === undefined && readyAfterMs <= timeout * 1000;
    const message = neverReady ?? `It was not ${success} within ${timeout} seconds.`;
    return {
        name,
        phase,
        takesMs: durationMs + (isMet ? readyAfterMs : timeout * 1000),
        isAwaited: true,
        errors: isMet ? [] : [workloadError(name, `Workload '${name}' did not meet its condition`, message)],
        outcome: { readyAfterMs: 0, ...reason },
    };
};
const runPhases = (planned) => {
    const errors = [];
    const upAfterMs = new Map();
    let endsMs = 0;
    let failed;
    for (const phase of phases.keys()) {
        const beginsMs = endsMs;
        const before = failed;
        for (const each of planned.filter((workload) => workload.phase === phase)) {
            const { name } = each;
            if (before) {
                const message = `It comes after '${before.name}', which failed.`;
                errors.push(workloadError(name, `Workload '${name}' was not deployed`, message));
                continue;
            }
            errors.push(...each.errors);
            if (each.errors.length > 0)
                failed ??= each;
            upAfterMs.set(name, beginsMs + each.takesMs);
            endsMs = Math.max(endsMs, beginsMs + each.takesMs);
        }
    }
    return { errors, upAfterMs, endsMs };
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
            const current = behaviour();
            const planned = Object.entries(modules).map(([name, module]) => planWorkload(name, module, envId, current));
            const { errors, upAfterMs, endsMs } = runPhases(planned);
            const isOrdered = planned.some(({ phase, isAwaited }) => phase !== ordinary || isAwaited);
            return {
                pendingMs: current.pendingMs,
                durationMs: Math.max(current.durationMs, endsMs),
                errors,
                workloads: Object.fromEntries(planned.map(({ name, outcome }) => {
                    const upAt = isOrdered ? upAfterMs.get(name) : undefined;
                    return [name, upAt === undefined ? outcome : { ...outcome, upAfterMs: upAt }];
                })),
            };
        },
    };
};

// EXTERNAL MODULE: ./build/sets/merge.js
var merge = __webpack_require__(8465);
;// CONCATENATED MODULE: ./build/orchestrator/parts.js
const appScope = (orgId, appId) => `${orgId}/${appId}`;

;// CONCATENATED MODULE: ./build/orchestrator/deltas/model.js




const finish = (result) => completeDelta(content_valueOf(result, 'The changes do not go together'));
const touch = (metadata, caller, now) => {
    const { created_by, contributers = [] } = metadata;
    const isKnown = created_by === caller.id || contributers.includes(caller.id);
    return { ...metadata, last_modified_at: now, contributers: isKnown ? contributers : [...contributers, caller.id] };
};
const toResponse = ({ id, metadata, ...content }) => ({
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
        throw new errors/* HttpError */.j$(404, body, { body });
    };
    const changeable = (orgId, appId, id) => {
        const found = record(orgId, appId, id);
        if (found.metadata.archived) {
            throw (0,errors/* badRequest */.li)(`Delta '${id}' is archived and cannot be changed; take it out of the archive first.`);
        }
        return found;
    };
    const save = (orgId, appId, delta) => {
        deltas.update(appScope(orgId, appId), delta.id, delta);
        return toResponse(delta);
    };
    return {
        list: (orgId, appId, { archived = false, env }) => deltas
            .list(appScope(orgId, appId))
            .filter(({ metadata }) => metadata.archived === archived && (env === undefined || metadata.env_id === env))
            .map(toResponse),
        get: (orgId, appId, id) => toResponse(record(orgId, appId, id)),
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
            return toResponse(delta);
        },
        replace: (orgId, appId, id, request, caller) => {
            const { metadata } = changeable(orgId, appId, id);
            const content = finish((0,merge/* simplifyDelta */.y)(readDelta(request)));
            save(orgId, appId, { id, metadata: touch(metadata, caller, scheduler.timestamp()), ...content });
        },
        merge: (orgId, appId, id, requests, caller) => {
            if (requests.length === 0)
                return toResponse(record(orgId, appId, id));
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
var contract_status = __webpack_require__(1518);
// EXTERNAL MODULE: ./build/sets/hash.js
var hash = __webpack_require__(3237);
;// CONCATENATED MODULE: ./build/orchestrator/deployments/model.js




const listScope = (orgId, appId, of) => `${appScope(orgId, appId)}/${of}`;
const runOf = ({ pipeline }) => pipeline && `${pipeline.id},${pipeline.run_id}`;
const createDeployments = (parts, neighbours) => {
    const { store, scheduler, random } = parts;
    const records = store.table('deployments');
    const listed = store.table('deployment-lists');
    const listsOf = (deployment) => [deployment.env_id, runOf(deployment) ?? []].flat();
    const find = (orgId, appId, id) => records.get(appScope(orgId, appId), id);
    const listOf = ({ orgId, appId, envId }, of = envId) => listed.list(listScope(orgId, appId, of), 'newest-first').flatMap((id) => find(orgId, appId, id) ?? []);
    const require = ({ orgId, appId, envId }, id) => {
        const found = listed.get(listScope(orgId, appId, envId), id) && find(orgId, appId, id);
        if (!found)
            throw (0,errors/* notFound */.mX)('Deployment', id, `environment '${envId}'`);
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
    const chooseValues = (place, { value_set_version_id: id }) => {
        if (!id)
            return neighbours.newestValues(place);
        if (neighbours.hasValues(place, id))
            return id;
        throw (0,errors/* badRequest */.li)(`value_set_version_id '${id}' is not a version that environment '${place.envId}' has.`);
    };
    const check = (place, request, caller) => {
        const { orgId, appId, envId } = place;
        const { type, status, from_deploy_id } = neighbours.environment(place);
        neighbours.mayDeploy(caller, { ...place, envType: type });
        if (status === 'deleting')
            throw (0,errors/* conflict */.hj)(`Environment '${envId}' is being deleted.`);
        if (neighbours.isPaused(place))
            throw (0,errors/* badRequest */.li)(`Environment '${envId}' is paused: resume it first.`);
        const busy = active(place);
        if (busy)
            throw (0,errors/* conflict */.hj)(`Environment '${envId}' has an active deployment, '${busy.id}'.`);
        const base = from_deploy_id ? find(orgId, appId, from_deploy_id)?.deployment : undefined;
        return { base, set_id: chooseSet(place, base, request), values: chooseValues(place, request) };
    };
    const plan = (place, setId, values) => {
        const modules = neighbours.modulesOf(place.orgId, place.appId, setId);
        const outcome = neighbours.outcomeOf(place.envId, modules);
        const resources = neighbours.planResources(place, setId);
        const errors = [
            ...neighbours.profileErrors(place, modules),
            ...neighbours.valueErrors(place, values, setId),
            ...resources.errors,
        ];
        if (errors.length > 0)
            return { record: { outcome: { ...outcome, durationMs: 0, errors }, unresolved: true } };
        return { record: { outcome }, graphId: resources.graphId };
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
    const unlist = (orgId, appId, deployment) => {
        for (const list of listsOf(deployment))
            listed.delete(listScope(orgId, appId, list), deployment.id);
    };
    return {
        list: (place, { pipelineRunId }) => {
            if (pipelineRunId !== undefined && !/^[^,]+,[^,]+$/.test(pipelineRunId)) {
                throw (0,errors/* badRequest */.li)("query parameter 'pipelineRunId' must be the ids of pipeline and run, with a comma between.");
            }
            return listOf(place, pipelineRunId)
                .map(({ deployment }) => deployment)
                .filter(({ env_id }) => env_id === place.envId);
        },
        get: (place, id) => require(place, id).deployment,
        errors: (place, id) => {
            const { deployment, outcome } = require(place, id);
            return deployment.status === 'failed' ? outcome.errors : [];
        },
        find: (orgId, appId, id) => find(orgId, appId, id)?.deployment,
        active,
        begun: (place) => listOf(place).filter(({ deployment: { status }, unresolved }) => status !== 'pending' && !unresolved),
        check: (place, request, caller) => check(place, request, caller).set_id,
        create: (place, request, caller) => {
            const { orgId, appId, envId } = place;
            const { base, set_id, values } = check(place, request, caller);
            const { record, graphId } = plan(place, set_id, values);
            const now = scheduler.timestamp();
            const { comment = '', delta_id, mode, pipeline } = request;
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
                ...(values ? { value_set_version_id: values } : {}),
                ...(mode ? { mode } : {}),
                ...(graphId ? { dependency_graph_id: graphId } : {}),
                ...(pipeline ? { pipeline: readReference(pipeline) } : {}),
            };
            records.insert(appScope(orgId, appId), deployment.id, { deployment, ...record });
            for (const list of listsOf(deployment)) {
                listed.insert(listScope(orgId, appId, list), deployment.id, deployment.id);
            }
            neighbours.started(place, deployment);
            if (delta_id)
                neighbours.deltaDeployed(orgId, appId, delta_id);
            const begins = scheduler.now() + record.outcome.pendingMs;
            scheduler.schedule('deployment.begins', begins, { place, id: deployment.id });
            scheduler.schedule('deployment.ends', begins + record.outcome.durationMs, { place, id: deployment.id });
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
            const workloads = Object.entries(last.outcome.workloads);
            for (const [name, { neverReady }] of workloads) {
                if (neverReady !== undefined)
                    return { problem: `${name}: ${neverReady}` };
            }
            const longest = workloads.reduce((most, [, { readyAfterMs }]) => Math.max(most, readyAfterMs), 0);
            return { readyAt: last.endedAt + longest };
        },
        forgetEnvironment: (orgId, appId, envId) => {
            for (const { deployment } of listOf({ orgId, appId, envId })) {
                unlist(orgId, appId, deployment);
                if (!neighbours.isBase(orgId, appId, deployment.id))
                    records.delete(appScope(orgId, appId), deployment.id);
            }
        },
        forgetApplication: (orgId, appId) => {
            for (const { deployment } of records.list(appScope(orgId, appId)))
                unlist(orgId, appId, deployment);
            records.deleteAll(appScope(orgId, appId));
        },
    };
};
const readReference = ({ id, run_id, job_id, step_index }) => {
    if (id === undefined || run_id === undefined || job_id === undefined || step_index === undefined) {
        throw (0,errors/* badRequest */.li)('pipeline needs id, run_id, job_id and step_index.');
    }
    return { id, run_id, job_id, step_index };
};

;// CONCATENATED MODULE: ./build/orchestrator/environment-types/model.js

const createEnvironmentTypes = ({ store }, { environmentsOfType, forgetRoles }) => {
    const types = store.table('environment-types');
    const get = (orgId, id) => {
        const found = types.get(orgId, id);
        if (!found)
            throw (0,errors/* notFound */.mX)('Environment type', id, `organization '${orgId}'`);
        return found;
    };
    return {
        list: (orgId) => types.list(orgId),
        get,
        exists: (orgId, id) => types.get(orgId, id) !== undefined,
        create: (orgId, { id, description = '' }) => {
            if (types.get(orgId, id))
                throw (0,errors/* conflict */.hj)(`Environment type '${id}' exists already in organization '${orgId}'.`);
            const type = { id, description };
            types.insert(orgId, id, type);
            return type;
        },
        describe: (orgId, id, description) => {
            const described = { ...get(orgId, id), description };
            types.update(orgId, id, described);
            return described;
        },
        delete: (orgId, id) => {
            get(orgId, id);
            const users = environmentsOfType(orgId, id);
            if (users.length > 0)
                throw new errors/* HttpError */.j$(409, `Environment type '${id}' is in use.`, { body: users });
            forgetRoles(orgId, id);
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
    route('patch', '/orgs/{orgId}/env-types/{envTypeId}', 'org:administrator', ({ path, body: { description } }) => ({
        status: 200,
        body: description === undefined
            ? types.get(path.orgId, path.envTypeId)
            : types.describe(path.orgId, path.envTypeId, description ?? ''),
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
            throw (0,errors/* notFound */.mX)('Environment', id, `application '${orgId}/${appId}'`);
        return found;
    };
    const change = (orgId, appId, id, part) => environments.update(appScope(orgId, appId), id, { ...record(orgId, appId, id), ...part });
    const toResponse = (orgId, appId, { from_deploy_id, last_deploy_id, ...rest }) => {
        const from = from_deploy_id && neighbours.deployment(orgId, appId, from_deploy_id);
        const last = last_deploy_id && neighbours.deployment(orgId, appId, last_deploy_id);
        return { ...rest, ...(from ? { from_deploy: from } : {}), ...(last ? { last_deploy: last } : {}) };
    };
    const typeOf = (orgId, appId, { type }, source) => type ?? (source && environments.get(appScope(orgId, appId), source.env_id)?.type) ?? 'development';
    const prepare = (orgId, appId, definition, caller) => {
        const { id, name, from_deploy_id } = definition;
        if (environments.get(appScope(orgId, appId), id)) {
            throw (0,errors/* conflict */.hj)(`Environment '${id}' exists already in application '${orgId}/${appId}'.`);
        }
        const source = from_deploy_id ? neighbours.deployment(orgId, appId, from_deploy_id) : undefined;
        if (from_deploy_id && !source) {
            throw (0,errors/* badRequest */.li)(`from_deploy_id '${from_deploy_id}' is not a deployment of application '${orgId}/${appId}'.`);
        }
        const type = typeOf(orgId, appId, definition, source);
        if (!neighbours.typeExists(orgId, type)) {
            throw (0,errors/* badRequest */.li)(`Environment type '${type}' does not exist in organization '${orgId}'.`);
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
        return environment;
    };
    const insert = (orgId, appId, environment) => {
        environments.insert(appScope(orgId, appId), environment.id, environment);
        neighbours.happened('created', orgId, appId, environment, environment.created_by);
        return toResponse(orgId, appId, environment);
    };
    function* inOrganization(orgId) {
        for (const { id: appId } of store.table('applications').list(orgId)) {
            for (const { id: envId } of environments.list(appScope(orgId, appId)))
                yield { orgId, appId, envId };
        }
    }
    const remove = ({ orgId, appId, id, by }) => {
        const environment = record(orgId, appId, id);
        environments.delete(appScope(orgId, appId), id);
        neighbours.forgetEnvironment(orgId, appId, id);
        neighbours.happened('deleted', orgId, appId, environment, by);
    };
    scheduler.on('environment.deleted', ({ since, ...deletion }) => {
        const environment = environments.get(appScope(deletion.orgId, deletion.appId), deletion.id);
        if (environment?.status === 'deleting' && environment.status_changed_at === since)
            remove(deletion);
    });
    return {
        record,
        list: (orgId, appId) => environments.list(appScope(orgId, appId)).map((each) => toResponse(orgId, appId, each)),
        get: (orgId, appId, id) => toResponse(orgId, appId, record(orgId, appId, id)),
        exists: (orgId, appId, id) => environments.get(appScope(orgId, appId), id) !== undefined,
        create: (orgId, appId, definition, caller) => {
            const environment = prepare(orgId, appId, definition, caller);
            neighbours.mayDeploy(caller, { orgId, appId, envId: environment.id, envType: environment.type });
            return insert(orgId, appId, environment);
        },
        createFirst: (orgId, appId, definition, caller) => insert(orgId, appId, prepare(orgId, appId, definition, caller)),
        rename: (orgId, appId, id, name) => {
            change(orgId, appId, id, { name });
            return toResponse(orgId, appId, record(orgId, appId, id));
        },
        rebase: (orgId, appId, id, deploymentId) => {
            if (!neighbours.deployment(orgId, appId, deploymentId)) {
                throw (0,errors/* badRequest */.li)(`'${deploymentId}' is not a deployment of application '${orgId}/${appId}'.`);
            }
            change(orgId, appId, id, { from_deploy_id: deploymentId });
        },
        deployed: (orgId, appId, id, deploymentId) => change(orgId, appId, id, { from_deploy_id: deploymentId, last_deploy_id: deploymentId }),
        delete: (orgId, appId, id, caller) => {
            const { status, type } = record(orgId, appId, id);
            neighbours.mayDeploy(caller, { orgId, appId, envId: id, envType: type });
            const by = caller.id;
            if (status === 'deleting')
                return 'deleting';
            if (environments.list(appScope(orgId, appId)).filter((each) => each.status === 'active').length === 1) {
                throw (0,errors/* badRequest */.li)(`'${id}' is the last environment of application '${orgId}/${appId}' and cannot be deleted.`);
            }
            if (neighbours.hasActiveDeployment(orgId, appId, id)) {
                throw (0,errors/* conflict */.hj)(`Environment '${id}' has an active deployment; wait for its end.`);
            }
            if (!neighbours.hasActiveResources(orgId, appId, id)) {
                remove({ orgId, appId, id, by });
                return 'deleted';
            }
            const since = scheduler.timestamp();
            change(orgId, appId, id, { status: 'deleting', status_changed_at: since });
            const deletion = { orgId, appId, id, by, since };
            scheduler.schedule('environment.deleted', scheduler.now() + neighbours.teardownMs(), deletion);
            return 'deleting';
        },
        ofType: (orgId, type) => [...inOrganization(orgId)]
            .filter(({ appId, envId }) => record(orgId, appId, envId).type === type)
            .map(({ appId, envId }) => ({ app_id: appId, env_id: envId })),
        inOrganization,
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
    route('patch', '/orgs/{orgId}/apps/{appId}/envs/{envId}', 'app:developer', ({ path, body }) => ({
        status: 200,
        body: body.name === undefined
            ? environments.get(path.orgId, path.appId, path.envId)
            : environments.rename(path.orgId, path.appId, path.envId, body.name),
    })),
    route('delete', '/orgs/{orgId}/apps/{appId}/envs/{envId}', 'app:developer', ({ path, caller }) => ({
        status: environments.delete(path.orgId, path.appId, path.envId, caller) === 'deleted' ? 204 : 202,
    })),
    route('put', '/orgs/{orgId}/apps/{appId}/envs/{envId}/from_deploy_id', 'app:developer', ({ path, body }) => {
        environments.rebase(path.orgId, path.appId, path.envId, body);
        return { status: 204 };
    }),
];

// EXTERNAL MODULE: ./build/contract/automation-rule.js
var automation_rule = __webpack_require__(9878);
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

;// CONCATENATED MODULE: ./build/orchestrator/automation-rules/firing.js




const retryMs = 10_000;
const patienceMs = 60 * 60 * 1000;
const fires = (rule, version) => (0,automation_rule/* ruleFires */.iE)(rule, version) === true;
const placeScope = ({ orgId, appId, envId }) => `${appScope(orgId, appId)}/${envId}`;
const createFiring = ({ store, scheduler }, neighbours) => {
    const queue = store.table('automation-queue');
    const add = (pending) => {
        const scope = placeScope(pending.place);
        if (queue.get(scope, pending.versionId))
            return;
        const isFirst = queue.first(scope) === undefined;
        queue.insert(scope, pending.versionId, pending);
        if (isFirst)
            scheduler.schedule('automation.fires', scheduler.now(), pending.place);
    };
    const fire = (place) => {
        const inTime = queue.list(placeScope(place)).filter(({ until }) => scheduler.now() < until);
        const rules = neighbours.rules.list(place).filter((rule) => inTime.some((pending) => fires(rule, pending)));
        const wanted = inTime.filter((pending) => rules.some((rule) => fires(rule, pending)));
        if (wanted.length > 0 && neighbours.isBusy(place)) {
            return scheduler.schedule('automation.fires', scheduler.now() + retryMs, place);
        }
        queue.deleteAll(placeScope(place));
        if (wanted.length === 0)
            return;
        const images = new Map(wanted.map(({ name, image }) => [name, image]));
        const ruleIds = rules.map(({ id }) => id);
        try {
            neighbours.deploy(place, images, ruleIds);
        }
        catch (error) {
            if (!(error instanceof errors/* HttpError */.j$))
                throw error;
        }
    };
    scheduler.on('automation.fires', fire);
    return {
        registered: (orgId, version) => {
            if (version.type !== 'container')
                return;
            const image = imageOf(version);
            if (image === undefined)
                return;
            const { id: versionId, name, ref } = version;
            const until = scheduler.now() + patienceMs;
            for (const { place, rule } of neighbours.rules.ofArtefact(orgId, name)) {
                if (fires(rule, { name, ref }))
                    add({ place, versionId, name, ref, image, until });
            }
        },
        forgetEnvironment: (place) => queue.deleteAll(placeScope(place)),
        forgetApplication: (orgId, appId) => {
            const all = [...queue.scan({ scope: appScope(orgId, appId), within: true })];
            for (const { value } of all)
                queue.delete(placeScope(value.place), value.versionId);
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/automation-rules/identity.js

const prefix = 'automation-rules';
const automationIdentity = ({ orgId, appId, envType }) => ({
    id: `${prefix}/${orgId}/${appId}/${envType}`,
    name: 'Automation rules',
    type: 'system',
    created_at: '1970-01-01T00:00:00.000Z',
    properties: {},
    roles: {
        [orgPath(orgId)]: 'member',
        [appPath(orgId, appId)]: 'developer',
        [envTypePath(orgId, envType)]: 'deployer',
    },
});
const readAutomationIdentity = (id) => {
    const [first, orgId, appId, envType, ...rest] = id.split('/');
    if (first !== prefix || !orgId || !appId || !envType || rest.length > 0)
        return undefined;
    return automationIdentity({ orgId, appId, envType });
};

;// CONCATENATED MODULE: ./build/orchestrator/automation-rules/image-updates.js


const imageUpdates = (modules, images) => {
    const updates = Object.entries(modules).map(([id, module]) => [
        id,
        [...images].flatMap(([name, image]) => replaceImages(module, { name, image }).containers.map((container) => ({
            op: 'replace',
            path: `/spec/containers${(0,pointer/* printPointer */.Vs)([container])}/image`,
            value: image,
        }))),
    ]);
    return Object.fromEntries(updates.filter(([, actions]) => actions.length > 0));
};

// EXTERNAL MODULE: ./build/contract/regex/ast.js
var ast = __webpack_require__(6246);
// EXTERNAL MODULE: ./build/contract/regex/search.js + 1 modules
var search = __webpack_require__(1190);
;// CONCATENATED MODULE: ./build/orchestrator/automation-rules/model.js






const exclusive = [
    ['images_filter', 'artefacts_filter'],
    ['exclude_images_filter', 'exclude_artefacts_filter'],
    ['match', 'match_ref'],
    ['update_to', 'match_ref'],
];
const model_check = (request) => {
    for (const [old, current] of exclusive) {
        if (request[old] === undefined || request[current] === undefined)
            continue;
        throw (0,errors/* badRequest */.li)(`${old} (deprecated) and ${current} exclude each other: give ${current} alone.`);
    }
    for (const name of ['match_ref', 'match']) {
        try {
            (0,search/* compileRegex */.D)(request[name] ?? '');
        }
        catch (error) {
            if (error instanceof ast/* RegexError */.q)
                throw (0,errors/* badRequest */.li)(`${name} is no regular expression: ${error.message}.`);
            throw error;
        }
    }
};
const toContent = (request) => {
    const { active = true, type, match = '', update_to, match_ref = '' } = request;
    const isPrefixAlone = update_to !== undefined && match === '';
    return {
        active,
        type,
        artefacts_filter: request.artefacts_filter ?? [],
        exclude_artefacts_filter: request.exclude_artefacts_filter ?? false,
        match_ref: isPrefixAlone ? `^${(0,automation_rule/* refPrefix */.sy)(update_to)}` : match_ref,
        images_filter: request.images_filter ?? [],
        exclude_images_filter: request.exclude_images_filter ?? false,
        match,
        update_to: update_to ?? 'branch',
    };
};
const model_placeScope = ({ orgId, appId, envId }) => `${appScope(orgId, appId)}/${envId}`;
const createAutomationRules = ({ store, scheduler, random }, { mayDeploy }) => {
    const rules = store.table('automation-rules');
    const byArtefact = store.table('automation-rules-by-artefact');
    const require = (place, id) => {
        const found = rules.get(model_placeScope(place), id);
        if (!found)
            throw (0,errors/* notFound */.mX)('Automation rule', id, `environment '${place.envId}'`);
        return found.rule;
    };
    const artefactScope = (orgId, name) => `${orgId} ${name}`;
    const scopesOf = ({ place: { orgId }, rule }) => ((0,automation_rule/* artefactsOf */.nN)(rule) ?? ['']).map((name) => artefactScope(orgId, name));
    const add = (placed) => {
        const { place, rule } = placed;
        for (const scope of new Set(scopesOf(placed))) {
            byArtefact.insert(scope, `${model_placeScope(place)}/${rule.id}`, { place, id: rule.id });
        }
    };
    const remove = (placed) => {
        for (const scope of scopesOf(placed))
            byArtefact.delete(scope, `${model_placeScope(placed.place)}/${placed.rule.id}`);
    };
    const list = (place) => rules.list(model_placeScope(place)).map(({ rule }) => rule);
    return {
        list,
        get: require,
        create: ({ orgId, appId, envId }, request, caller) => {
            const place = { orgId, appId, envId };
            mayDeploy(caller, place);
            model_check(request);
            const content = toContent(request);
            const same = list(place).find((other) => Object.entries(content).every(([key, value]) => (0,sets_json/* jsonEqual */.Zm)(other[key], value)));
            if (same)
                throw (0,errors/* conflict */.hj)(`Automation rule '${same.id}' of environment '${envId}' says the same already.`);
            const now = scheduler.timestamp();
            const rule = { id: random.hex(8), ...content, created_at: now, updated_at: now };
            rules.insert(model_placeScope(place), rule.id, { place, rule });
            add({ place, rule });
            return rule;
        },
        replace: ({ orgId, appId, envId }, id, request, caller) => {
            const place = { orgId, appId, envId };
            mayDeploy(caller, place);
            const before = require(place, id);
            const { created_at } = before;
            model_check(request);
            const rule = { id, ...toContent(request), created_at, updated_at: scheduler.timestamp() };
            remove({ place, rule: before });
            rules.update(model_placeScope(place), id, { place, rule });
            add({ place, rule });
            return rule;
        },
        delete: (place, id, caller) => {
            mayDeploy(caller, place);
            remove({ place, rule: require(place, id) });
            rules.delete(model_placeScope(place), id);
        },
        ofArtefact: (orgId, name) => [name, '']
            .flatMap((each) => byArtefact.list(artefactScope(orgId, each)))
            .flatMap(({ place, id }) => rules.get(model_placeScope(place), id) ?? []),
        forgetEnvironment: (place) => {
            for (const placed of rules.list(model_placeScope(place)))
                remove(placed);
            rules.deleteAll(model_placeScope(place));
        },
        forgetApplication: (orgId, appId) => {
            const all = [...rules.scan({ scope: appScope(orgId, appId), within: true })];
            for (const { value } of all) {
                remove(value);
                rules.delete(model_placeScope(value.place), value.rule.id);
            }
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/automation-rules/routes.js

const automationRuleRoutes = (rules) => [
    route('get', '/orgs/{orgId}/apps/{appId}/envs/{envId}/rules', 'app:viewer', ({ path }) => ({
        status: 200,
        body: rules.list(path),
    })),
    route('post', '/orgs/{orgId}/apps/{appId}/envs/{envId}/rules', 'app:developer', ({ path, body, caller }) => ({
        status: 201,
        body: rules.create(path, body, caller),
    })),
    route('get', '/orgs/{orgId}/apps/{appId}/envs/{envId}/rules/{ruleId}', 'app:viewer', ({ path }) => ({
        status: 200,
        body: rules.get(path, path.ruleId),
    })),
    route('put', '/orgs/{orgId}/apps/{appId}/envs/{envId}/rules/{ruleId}', 'app:developer', (call) => ({
        status: 200,
        body: rules.replace(call.path, call.path.ruleId, call.body, call.caller),
    })),
    route('delete', '/orgs/{orgId}/apps/{appId}/envs/{envId}/rules/{ruleId}', 'app:developer', ({ path, caller }) => {
        rules.delete(path, path.ruleId, caller);
        return { status: 204 };
    }),
];

// EXTERNAL MODULE: ./build/orchestrator/outbox/outbox.js
var outbox_outbox = __webpack_require__(4763);
;// CONCATENATED MODULE: ./build/orchestrator/outbox/headers.js
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
const headerProblem = (name, value) => {
    if (!headerName.test(name))
        return `headers: '${name}' is not the name of a header`;
    if (ownHeaders.has(name.toLowerCase()))
        return `headers: ${name} follows from the request and cannot be set`;
    return value !== undefined && headerValue.test(value) ? undefined : `headers: ${name} is not one line of text`;
};

// EXTERNAL MODULE: ./build/orchestrator/outbox/outgoing.js
var outbox_outgoing = __webpack_require__(5900);
;// CONCATENATED MODULE: ./build/orchestrator/webhooks/events.js
const everywhere = ['event', 'org_id', 'app_id', 'env_id', 'triggered_at', 'triggered_by'];
const ofEnvironments = [...everywhere, 'name', 'type'];
const ofDeployments = [...everywhere, 'deploy_id', 'delta_id', 'set_id', 'comment', 'status'];
const events = [
    { scope: 'environment', type: 'created', properties: [...ofEnvironments] },
    { scope: 'environment', type: 'deleted', properties: [...ofEnvironments] },
    { scope: 'deployment', type: 'started', properties: [...ofDeployments] },
    { scope: 'deployment', type: 'finished', properties: [...ofDeployments] },
];
const findEvent = (scope, type) => events.find((event) => event.scope === scope && event.type === type);
const occurrence = ([scope, type], { orgId, appId }, values) => ({
    orgId,
    appId,
    scope,
    type,
    values: { event: `${scope}.${type}`, org_id: orgId, app_id: appId, ...values },
});
const environmentEvent = (type, app, values) => occurrence(['environment', type], app, values);
const deploymentEvent = (type, app, values) => occurrence(['deployment', type], app, values);

;// CONCATENATED MODULE: ./build/orchestrator/webhooks/template.js
const placeholder = /\$\{([^{}]*)\}/g;
const maxValueLength = 1000;
const placeholdersIn = (value) => {
    const names = [];
    JSON.stringify(value, (_, part) => {
        if (typeof part === 'string')
            names.push(...Array.from(part.matchAll(placeholder), ([, name = '']) => name));
        return part;
    });
    return names;
};
const fillIn = (value, values) => {
    const valueOf = (name) => (Object.hasOwn(values, name) ? (values[name] ?? '').slice(0, maxValueLength) : '');
    const fill = (text) => text.replaceAll(placeholder, (_, name) => valueOf(name));
    return JSON.parse(JSON.stringify(value), (_, part) => (typeof part === 'string' ? fill(part) : part));
};

;// CONCATENATED MODULE: ./build/orchestrator/webhooks/definition.js





const deliveryHeader = 'humanitec-delivery-id';
const maxUrlLength = 2000;
const maxTemplateLength = 16_384;
const targetOf = (url) => (0,outbox_outgoing/* readUrl */.wo)(/^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? url : `https://${url}`);
const checkUrl = (url) => {
    if (url.length > maxUrlLength)
        throw (0,errors/* badRequest */.li)(`url must have at most ${maxUrlLength} characters.`);
    const target = targetOf(url);
    if (!target)
        throw (0,errors/* badRequest */.li)(`url must be an https URL, as https://example.test/hook, not '${url}'.`);
    if (target.username !== '' || target.password !== '') {
        throw (0,errors/* badRequest */.li)('url must not hold a user or password: put them into headers.');
    }
    if (target.protocol !== 'https:' && !(0,outbox_outgoing/* isLoopback */.U9)(target)) {
        throw (0,errors/* badRequest */.li)(`url must begin with https://, which http may replace for this machine alone, not '${url}'.`);
    }
};
const checkHeaders = (headers) => {
    const names = Object.keys(headers).map((name) => name.toLowerCase());
    const repeated = names.find((name, index) => names.indexOf(name) < index);
    if (repeated !== undefined)
        throw (0,errors/* badRequest */.li)(`headers: ${repeated} is there twice.`);
    for (const [name, value] of Object.entries(headers)) {
        const problem = headerProblem(name, typeof value === 'string' ? value : undefined);
        if (problem !== undefined)
            throw (0,errors/* badRequest */.li)(`${problem}.`);
        if (name.toLowerCase() === deliveryHeader)
            throw (0,errors/* badRequest */.li)(`headers: ${name} is set by the orchestrator.`);
    }
};
const readTriggers = (triggers) => triggers.map(({ scope, type }, index) => {
    const event = findEvent(scope, type);
    if (event)
        return { scope: event.scope, type: event.type };
    const known = events.map((each) => `${each.scope}/${each.type}`).join(', ');
    throw (0,errors/* badRequest */.li)(`triggers[${index}] is none of the events ${known}: '${scope ?? ''}/${type ?? ''}'.`);
});
const checkTemplates = ({ headers, payload, triggers }) => {
    const of = triggers.length > 0 ? triggers : events;
    const known = new Set(of.flatMap(({ scope, type }) => findEvent(scope, type)?.properties ?? []));
    for (const [field, template] of Object.entries({ headers, payload })) {
        if (JSON.stringify(template).length > maxTemplateLength) {
            throw (0,errors/* badRequest */.li)(`${field} must have at most ${maxTemplateLength} characters as JSON.`);
        }
        const wrong = placeholdersIn(template).find((name) => !known.has(name));
        if (wrong === undefined)
            continue;
        throw (0,errors/* badRequest */.li)(`${field}: \${${wrong}} is no property of its triggers, which have ${[...known].join(', ')}.`);
    }
};
const readDefinition = (request, before) => {
    const { headers, payload, triggers } = request;
    const url = request.url ?? before?.url;
    if (url === undefined)
        throw (0,errors/* badRequest */.li)('url is missing: it says where to send to.');
    if (headers)
        checkHeaders(headers);
    checkUrl(url);
    const definition = {
        url,
        headers: headers ?? before?.headers ?? {},
        payload: payload ?? before?.payload ?? {},
        triggers: triggers ? readTriggers(triggers) : (before?.triggers ?? []),
        disabled: request.disabled ?? before?.disabled ?? false,
    };
    checkTemplates(definition);
    return definition;
};

;// CONCATENATED MODULE: ./build/orchestrator/webhooks/deliveries.js



const deliveries_patienceMs = 10_000;
const pausesMs = [10_000, 60_000, 5 * 60_000, 30 * 60_000];
const defaultPayload = Object.fromEntries(['event', 'triggered_at', 'triggered_by', 'org_id', 'app_id', 'env_id'].map((name) => [name, `\${${name}}`]));
const toLine = (text) => text.replaceAll(/[\r\n]+/g, ' ').replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, '?');
const requestOf = ({ url, headers, payload }, { id, values }) => {
    const own = Object.entries(fillIn(headers, values)).map(([name, value]) => [name.toLowerCase(), toLine(value)]);
    return {
        method: 'POST',
        url: targetOf(url)?.href ?? '',
        headers: {
            'user-agent': 'humanitec-webhook',
            'content-type': 'application/json',
            ...Object.fromEntries(own),
            [deliveryHeader]: id,
        },
        body: JSON.stringify(fillIn(Object.keys(payload).length > 0 ? payload : defaultPayload, values)),
    };
};
const isSettled = (answer) => answer.kind === 'answered' && answer.status < 500 && answer.status !== 408 && answer.status !== 429;
const createDeliveries = ({ store, scheduler, random }, neighbours) => {
    const deliveries = store.table('webhook-deliveries');
    const { webhooks, outbox } = neighbours;
    const attempt = ({ orgId, appId }, delivery) => {
        const webhook = webhooks.find(orgId, appId, delivery.webhookId);
        if (!webhook || webhook.disabled)
            return;
        const next = { ...delivery, attempts: delivery.attempts + 1, requestId: '' };
        next.requestId = outbox.record({ orgId, appId }, requestOf(webhook, next));
        deliveries.insert(appScope(orgId, appId), next.requestId, next);
    };
    const failed = ({ orgId, appId }, { requestId, attempts }) => {
        const pause = pausesMs[attempts - 1];
        if (pause === undefined)
            return void deliveries.delete(appScope(orgId, appId), requestId);
        scheduler.schedule('webhook.retries', scheduler.now() + pause, { orgId, appId, requestId });
    };
    scheduler.on('webhook.retries', ({ orgId, appId, requestId }) => {
        const delivery = deliveries.get(appScope(orgId, appId), requestId);
        if (!delivery)
            return;
        deliveries.delete(appScope(orgId, appId), requestId);
        attempt({ orgId, appId }, delivery);
    });
    scheduler.on('webhook.expires', ({ orgId, appId, requestId }) => {
        const delivery = outbox.withdraw(requestId) ? deliveries.get(appScope(orgId, appId), requestId) : undefined;
        if (delivery)
            failed({ orgId, appId }, delivery);
    });
    return {
        tell: ({ orgId, appId, values, ...event }) => {
            if (!neighbours.canSend)
                return;
            for (const { id: webhookId } of webhooks.toldOf(orgId, appId, event)) {
                attempt({ orgId, appId }, { id: random.uuid(), webhookId, values, attempts: 0 });
            }
        },
        isAwaited: ({ orgId, appId }, requestId) => {
            if (!deliveries.get(appScope(orgId, appId), requestId))
                return false;
            scheduler.schedule('webhook.expires', scheduler.now() + deliveries_patienceMs, { orgId, appId, requestId });
            return true;
        },
        answered: ({ orgId, appId }, requestId, answer) => {
            const delivery = deliveries.get(appScope(orgId, appId), requestId);
            if (!delivery)
                return;
            if (isSettled(answer))
                deliveries.delete(appScope(orgId, appId), requestId);
            else
                failed({ orgId, appId }, delivery);
        },
        forget: (orgId, appId, webhookId) => {
            const scope = appScope(orgId, appId);
            for (const each of deliveries.list(scope))
                if (each.webhookId === webhookId)
                    deliveries.delete(scope, each.requestId);
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/nameable.js

const requireNameable = (id) => {
    if (!id.isWellFormed() || id === '.' || id === '..')
        throw (0,errors/* badRequest */.li)(`The id ${JSON.stringify(id)} cannot stand in a path.`);
};

;// CONCATENATED MODULE: ./build/orchestrator/webhooks/model.js





const maxIdLength = 100;
const readId = (id) => {
    requireNameable(id);
    if (id !== '' && id.length <= maxIdLength)
        return id;
    throw (0,errors/* badRequest */.li)(`id must have 1 to ${maxIdLength} characters.`);
};
const createWebhooks = ({ store, scheduler, random }, neighbours) => {
    const webhooks = store.table('webhooks');
    const find = (orgId, appId, id) => webhooks.get(appScope(orgId, appId), id);
    const require = (orgId, appId, id) => {
        const found = find(orgId, appId, id);
        if (!found)
            throw (0,errors/* notFound */.mX)('Webhook', id, `application '${orgId}/${appId}'`);
        return found;
    };
    const isTaken = (orgId, id) => {
        for (const { value } of webhooks.scan({ scope: orgId, within: true }))
            if (value.id === id)
                return true;
        return false;
    };
    const remove = (orgId, appId, id) => {
        webhooks.delete(appScope(orgId, appId), id);
        neighbours.forgetDeliveries(orgId, appId, id);
    };
    const deleteAll = (orgId, appId) => {
        for (const { id } of webhooks.list(appScope(orgId, appId)))
            remove(orgId, appId, id);
    };
    return {
        list: (orgId, appId) => webhooks.list(appScope(orgId, appId)),
        get: require,
        find,
        create: (orgId, appId, request, caller) => {
            (0,depth/* checkDepth */.k)('The request', request);
            const id = request.id === undefined ? random.hex(8) : readId(request.id);
            const definition = readDefinition(request);
            if (isTaken(orgId, id))
                throw (0,errors/* conflict */.hj)(`Webhook '${id}' exists already in organization '${orgId}'.`);
            const webhook = { id, ...definition, created_at: scheduler.timestamp(), created_by: caller.id };
            webhooks.insert(appScope(orgId, appId), id, webhook);
            return webhook;
        },
        update: (orgId, appId, id, request) => {
            (0,depth/* checkDepth */.k)('The request', request);
            const { created_at, created_by, ...before } = require(orgId, appId, id);
            if (request.id !== undefined && request.id !== id)
                throw (0,errors/* badRequest */.li)(`id is '${id}' and cannot be changed.`);
            const definition = readDefinition(request, before);
            webhooks.update(appScope(orgId, appId), id, { id, ...definition, created_at, created_by });
            return definition;
        },
        delete: (orgId, appId, id) => {
            require(orgId, appId, id);
            remove(orgId, appId, id);
        },
        deleteAll,
        toldOf: (orgId, appId, { scope, type }) => webhooks
            .list(appScope(orgId, appId))
            .filter(({ disabled, triggers }) => !disabled && triggers.some((each) => each.scope === scope && each.type === type)),
        forgetApplication: deleteAll,
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/webhooks/routes.js


const webhookRoutes = (webhooks) => [
    route('get', '/orgs/{orgId}/apps/{appId}/webhooks', 'app:owner', ({ path }) => ({
        status: 200,
        body: webhooks.list(path.orgId, path.appId),
    })),
    route('post', '/orgs/{orgId}/apps/{appId}/webhooks', 'app:owner', ({ path, body, caller }) => ({
        status: 201,
        body: webhooks.create(path.orgId, path.appId, body, caller),
    })),
    route('get', '/orgs/{orgId}/apps/{appId}/webhooks/{jobId}', 'app:owner', ({ path }) => ({
        status: 200,
        body: webhooks.get(path.orgId, path.appId, path.jobId),
    })),
    route('patch', '/orgs/{orgId}/apps/{appId}/webhooks/{jobId}', 'app:owner', ({ path, body }) => ({
        status: 200,
        body: webhooks.update(path.orgId, path.appId, path.jobId, body),
    })),
    route('delete', '/orgs/{orgId}/apps/{appId}/webhooks/{jobId}', 'app:owner', ({ path }) => {
        webhooks.delete(path.orgId, path.appId, path.jobId);
        return { status: 204 };
    }),
    route('delete', '/orgs/{orgId}/apps/{appId}/jobs', 'app:owner', ({ path }) => {
        webhooks.deleteAll(path.orgId, path.appId);
        return { status: 204 };
    }),
    route('get', '/orgs/{orgId}/events', 'org:member', () => ({
        status: 200,
        body: [...events],
    })),
];

;// CONCATENATED MODULE: ./build/orchestrator/wiring/event-models.js











const deployer = ({ deltas, deployments, environments, sets, runs }) => ({ orgId, appId, envId }, images, ruleIds) => {
    const { type, status, from_deploy_id } = environments.record(orgId, appId, envId);
    const base = from_deploy_id === undefined ? undefined : deployments.find(orgId, appId, from_deploy_id);
    const update = imageUpdates(sets.get(orgId, appId, base?.set_id ?? hash/* emptySetId */.Nx).modules, images);
    if (status !== 'active' || Object.keys(update).length === 0)
        return;
    const caller = automationIdentity({ orgId, appId, envType: type });
    const name = `Automation ${ruleIds.length === 1 ? 'rule' : 'rules'} ${ruleIds.join(', ')}`;
    const { id } = deltas.create(orgId, appId, { metadata: { env_id: envId, name }, modules: { update } }, caller);
    const request = { trigger: 'deployment_request', env_id: envId, delta_id: id, comment: name };
    try {
        runs.requestDeployment({ orgId, appId }, request, { key: undefined, route: '', body: undefined, caller });
    }
    catch (error) {
        deltas.changeMetadata(orgId, appId, id, { archived: true }, caller);
        throw error;
    }
};
const createWebhookModels = (parts, { outgoing, onBug }) => {
    const { transport } = outgoing;
    const webhooks = createWebhooks(parts, {
        forgetDeliveries: (orgId, appId, id) => deliveries.forget(orgId, appId, id),
    });
    const outbox = (0,outbox_outbox/* createOutbox */.g)(parts, {
        transport,
        isAwaited: (app, requestId) => deliveries.isAwaited(app, requestId),
        answered: (app, requestId, answer) => deliveries.answered(app, requestId, answer),
        onBug,
    }, 'webhook-outbox');
    const deliveries = createDeliveries(parts, { webhooks, outbox, canSend: transport !== undefined });
    return { webhooks, outbox, deliveries };
};
const createEventModels = (parts, neighbours) => {
    const { environments, deployments } = neighbours;
    const rules = createAutomationRules(parts, {
        mayDeploy: (caller, place) => {
            const { type } = environments.record(place.orgId, place.appId, place.envId);
            neighbours.mayDeploy(caller, { ...place, envType: type });
        },
    });
    const firing = createFiring(parts, {
        rules,
        isBusy: (place) => deployments.active(place) !== undefined,
        deploy: deployer(neighbours),
    });
    const { webhooks, outbox, deliveries } = createWebhookModels(parts, neighbours);
    return {
        outbox,
        routes: [...automationRuleRoutes(rules), ...webhookRoutes(webhooks)],
        versionRegistered: firing.registered,
        environmentHappened: (type, orgId, appId, environment, by) => deliveries.tell(environmentEvent(type, { orgId, appId }, {
            env_id: environment.id,
            name: environment.name,
            type: environment.type,
            triggered_at: parts.scheduler.timestamp(),
            triggered_by: by,
        })),
        deploymentHappened: (type, { orgId, appId, envId }, deployment) => deliveries.tell(deploymentEvent(type, { orgId, appId }, {
            env_id: envId,
            deploy_id: deployment.id,
            delta_id: deployment.delta_id ?? '',
            set_id: deployment.set_id,
            comment: deployment.comment,
            status: deployment.status,
            triggered_at: parts.scheduler.timestamp(),
            triggered_by: deployment.created_by,
        })),
        forgetEnvironment: (place) => {
            firing.forgetEnvironment(place);
            rules.forgetEnvironment(place);
        },
        forgetApplication: (orgId, appId) => {
            firing.forgetApplication(orgId, appId);
            rules.forgetApplication(orgId, appId);
            webhooks.forgetApplication(orgId, appId);
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/pages.js

const defaultPageSize = 50;
const encode = (place) => Buffer.from(String(place)).toString('base64url');
const pages_placeOf = (token) => {
    if (token === undefined)
        return undefined;
    const place = Buffer.from(token, 'base64url').toString('utf8');
    if (!/^\d{1,15}$/.test(place))
        throw (0,errors/* badRequest */.li)(`query parameter 'page' must be a token of a 'next' link`);
    return Number(place);
};
const linkToNext = (url, token) => {
    const next = new URL(url);
    next.searchParams.set('page', token);
    return { link: `<${next.href}>; rel="next"` };
};
function* mapRows(rows, change) {
    for (const { place, value } of rows)
        yield { place, value: change(value) };
}
const toPage = (rows, { query, url, keep = () => true }) => {
    const size = query.per_page ?? defaultPageSize;
    const body = [];
    let last = 0;
    for (const { place, value } of rows) {
        if (!keep(value))
            continue;
        if (body.length === size)
            return { body, headers: linkToNext(url, encode(last)) };
        body.push(value);
        last = place;
    }
    return { body, headers: {} };
};

;// CONCATENATED MODULE: ./build/orchestrator/audit-logs/model.js


const dayMs = 24 * 3_600_000;
const daysOfPage = 32;
const dayOf = (ms) => Math.floor(ms / dayMs);
const model_encode = ({ day, place }) => Buffer.from(`${day}.${place ?? ''}`).toString('base64url');
const decode = (token) => {
    const [, day, place] = /^(\d{1,8})\.(\d{0,15})$/.exec(Buffer.from(token, 'base64url').toString('utf8')) ?? [];
    if (day === undefined)
        throw (0,errors/* badRequest */.li)(`query parameter 'page' must be a token of a 'next' link`);
    return { day: Number(day), place: place ? Number(place) : undefined };
};
const readTime = (name, text) => {
    const ms = Date.parse(text);
    if (Number.isNaN(ms))
        throw (0,errors/* badRequest */.li)(`query parameter '${name}' must be an instant that exists`);
    return ms;
};
const readRange = ({ from, to }) => {
    const range = {
        from: from === undefined ? -Infinity : readTime('from', from),
        to: to === undefined ? Infinity : readTime('to', to),
    };
    if (range.from > range.to)
        throw (0,errors/* badRequest */.li)(`query parameter 'from' must not be after 'to'`);
    return range;
};
const createAuditLogs = ({ store, scheduler }) => {
    const entries = store.table('audit-log');
    const days = store.table('audit-log-days');
    const scopeOf = (orgId, day) => `${orgId}/${day}`;
    const newestDay = (orgId) => {
        for (const { value } of days.scan({ scope: orgId, order: 'newest-first' }))
            return value.day;
        return -Infinity;
    };
    return {
        record: (orgId, { userId, method, path, status }) => {
            const day = dayOf(scheduler.now());
            const id = String(day).padStart(8, '0');
            if (!days.get(orgId, id))
                days.insert(orgId, id, { day });
            entries.append(scopeOf(orgId, day), {
                at: scheduler.timestamp(),
                org_id: orgId,
                user_id: userId,
                request_method: method,
                request_path: path,
                response_status: status,
            });
        },
        list: (orgId, query, url) => {
            const { from, to } = readRange(query);
            const size = query.per_page ?? defaultPageSize;
            const latest = Math.max(dayOf(scheduler.now()), newestDay(orgId));
            const start = query.page === undefined ? { day: Math.min(latest, dayOf(to)) } : decode(query.page);
            const lastDay = Math.max(days.first(orgId)?.day ?? Infinity, dayOf(from));
            const body = [];
            for (let day = start.day; day > start.day - daysOfPage; day -= 1) {
                if (day < lastDay)
                    return { body, headers: {} };
                let place = day === start.day ? start.place : undefined;
                const rows = entries.scan({
                    scope: scopeOf(orgId, day),
                    order: 'newest-first',
                    ...(place === undefined ? {} : { from: place }),
                });
                for (const row of rows) {
                    const at = Date.parse(row.value.at);
                    if (at <= from || at >= to)
                        continue;
                    if (body.length === size)
                        return { body, headers: linkToNext(url, model_encode({ day, place })) };
                    body.push(row.value);
                    place = row.place;
                }
            }
            const next = start.day - daysOfPage;
            return { body, headers: next < lastDay ? {} : linkToNext(url, model_encode({ day: next })) };
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/audit-logs/routes.js

const auditLogRoutes = (auditLogs) => [
    route('get', '/orgs/{orgId}/audit-logs', 'org:administrator', ({ path, query, url }) => ({
        status: 200,
        ...auditLogs.list(path.orgId, query, url),
    })),
];

;// CONCATENATED MODULE: ./build/orchestrator/user-roles/rules.js


const organizationPlace = (orgId) => ({
    orgId,
    path: orgPath(orgId),
    name: `organization '${orgId}'`,
    roles: organizationRoleNames,
});
const applicationPlace = (orgId, appId) => ({
    orgId,
    path: appPath(orgId, appId),
    name: `application '${orgId}/${appId}'`,
    roles: applicationRoles,
});
const environmentTypePlace = (orgId, type) => ({
    orgId,
    path: envTypePath(orgId, type),
    name: `environment type '${type}'`,
    roles: environmentTypeRoles,
});
const toUserRole = (subject, { path }) => {
    const { id, name, email, type, created_at, roles, invite, idp_id } = subject;
    return {
        id,
        name,
        type,
        created_at,
        role: roles[path] ?? '',
        ...(email === undefined ? {} : { email }),
        ...(invite === undefined ? {} : { invite }),
        ...(idp_id === undefined ? {} : { idp_id }),
    };
};
const requireHolder = (subjects, { path, name }, id) => {
    const subject = subjects.get(id);
    if (subject?.roles[path] === undefined)
        throw (0,errors/* notFound */.mX)('A role of user', id, name);
    return subject;
};
const checkRole = (role, { name, roles }, type = 'user') => {
    if (!roles.includes(role)) {
        throw (0,errors/* badRequest */.li)(`'${role}' is not a role on ${name}: 'role' must be one of ${roles.join(', ')}.`);
    }
    if (role !== 'artefactContributor' || type === 'service')
        return;
    throw (0,errors/* badRequest */.li)(`Only service users can have the role 'artefactContributor' on ${name}.`);
};
const checkRank = (auth, caller, orgId, roles) => {
    if (!roles.includes('administrator') || auth.allows(caller, 'org:administrator', orgId))
        return;
    throw (0,errors/* forbidden */.o0)(`Only an administrator of organization '${orgId}' gives the role 'administrator' or takes it away.`);
};
const checkNotOwn = (auth, caller, { orgId, name }, id) => {
    const isOwn = id === caller.id || caller.groups?.includes(id);
    if (!isOwn || auth.allows(caller, 'org:administrator', orgId))
        return;
    throw (0,errors/* forbidden */.o0)(`${caller.name} cannot choose its own role on ${name}, nor that of a group that it is in.`);
};
const addressLimit = 254;
const checkEmail = (email) => {
    if (email.length <= addressLimit && /^[^\s@]+@[^\s@]+$/.test(email))
        return;
    throw (0,errors/* badRequest */.li)(`'email' must be one address, as jane@example.com, of up to ${addressLimit} characters.`);
};

;// CONCATENATED MODULE: ./build/orchestrator/users/model.js



const toProfile = ({ id, name, email, type, created_at }) => ({
    id,
    name,
    type,
    created_at,
    ...(email === undefined ? {} : { email }),
});
const createUsers = ({ scheduler, random }, { auth, subjects }) => {
    const profile = (caller) => ({
        ...toProfile(caller),
        properties: caller.properties,
        roles: strongestRoles(caller),
    });
    return {
        profile,
        changeProfile: ({ inherited = [], ...user }, { name, email, properties }) => {
            if (email !== undefined)
                checkEmail(email);
            (0,depth/* checkDepth */.k)('properties', properties);
            const changed = {
                ...user,
                ...(name === undefined ? {} : { name }),
                ...(email === undefined ? {} : { email }),
                ...(properties === undefined ? {} : { properties }),
            };
            subjects.update(changed);
            return profile({ ...changed, inherited });
        },
        createServiceUser: (orgId, { name, email, role }, caller) => {
            checkRole(role, organizationPlace(orgId), 'service');
            checkRank(auth, caller, orgId, [role]);
            if (email !== undefined)
                checkEmail(email);
            const user = {
                id: `s-${random.uuid()}`,
                name,
                ...(email === undefined ? {} : { email }),
                type: 'service',
                created_at: scheduler.timestamp(),
                properties: {},
                roles: { [orgPath(orgId)]: role },
            };
            subjects.add(user);
            return toProfile(user);
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/groups/model.js




const toGroup = ({ id, name, idp_id = '', created_at }) => ({ id, group_id: name, idp_id, created_at });
const createGroups = ({ store, scheduler, random }, { auth, subjects }) => {
    const idsByName = store.table('groups');
    const keyOf = (idpId, name) => `${idpId}/${name}`;
    const find = (orgId, id) => {
        const found = subjects.get(id);
        return found?.type === 'group' && found.roles[orgPath(orgId)] !== undefined ? found : undefined;
    };
    return {
        create: (orgId, { group_id: name, idp_id, role }) => {
            checkRole(role, organizationPlace(orgId), 'group');
            if (idsByName.get(orgId, keyOf(idp_id, name))) {
                throw (0,errors/* conflict */.hj)(`Group '${name}' of the identity provider '${idp_id}' exists already in organization '${orgId}'.`);
            }
            const group = {
                id: `g-${random.uuid()}`,
                name,
                idp_id,
                type: 'group',
                created_at: scheduler.timestamp(),
                properties: {},
                roles: { [orgPath(orgId)]: role },
            };
            subjects.add(group);
            idsByName.insert(orgId, keyOf(idp_id, name), group.id);
            return { ...toGroup(group), role };
        },
        delete: (orgId, { id, name, idp_id = '' }) => {
            idsByName.delete(orgId, keyOf(idp_id, name));
            subjects.remove(id);
        },
        members: (orgId, groupId) => {
            if (!find(orgId, groupId))
                throw (0,errors/* notFound */.mX)('Group', groupId, `organization '${orgId}'`);
            return subjects.members(groupId).map(toProfile);
        },
        of: (orgId, userId) => {
            const user = auth.user(userId);
            if (!user || !auth.allows(user, 'org:member', orgId))
                throw (0,errors/* notFound */.mX)('User', userId, `organization '${orgId}'`);
            return (user.groups ?? [])
                .map((id) => find(orgId, id))
                .filter((group) => group !== undefined)
                .map(toGroup);
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/groups/routes.js

const groupRoutes = (groups) => [
    route('post', '/orgs/{orgId}/groups', 'org:administrator', ({ path, body }) => ({
        status: 200,
        body: groups.create(path.orgId, body),
    })),
    route('get', '/orgs/{orgId}/groups/{groupId}/users', 'org:member', ({ path }) => ({
        status: 200,
        body: groups.members(path.orgId, path.groupId),
    })),
    route('get', '/orgs/{orgId}/users/{userId}/groups', 'org:member', ({ path }) => ({
        status: 200,
        body: groups.of(path.orgId, path.userId),
    })),
];

;// CONCATENATED MODULE: ./build/orchestrator/invitations/model.js



const lifetimeMs = 7 * 24 * 3_600_000;
const createInvitations = ({ store, scheduler, random }, { auth, subjects }) => {
    const invitations = store.table('invitations');
    const withdraw = (orgId, userId) => {
        if (invitations.delete(orgId, userId))
            subjects.remove(userId);
    };
    scheduler.on('invitation.expired', ({ orgId, userId }) => withdraw(orgId, userId));
    const isSame = (one, other) => one?.toLowerCase() === other.toLowerCase();
    return {
        list: (orgId) => invitations.list(orgId),
        create: (orgId, { email, role }, caller) => {
            const place = organizationPlace(orgId);
            checkEmail(email);
            checkRole(role, place);
            checkRank(auth, caller, orgId, [role]);
            const known = subjects.holders(place.path).find((each) => each.type === 'user' && isSame(each.email, email));
            if (known) {
                const held = toUserRole(known, place);
                if (held.role === role)
                    return [held];
                throw (0,errors/* badRequest */.li)(`${email} is in ${place.name} already, as '${known.id}' with the role '${held.role}': PATCH of that user gives another.`);
            }
            const person = {
                id: random.uuid(),
                name: email,
                email,
                type: 'user',
                created_at: scheduler.timestamp(),
                properties: {},
                roles: { [orgPath(orgId)]: role },
                invite: 'pending',
            };
            const expiry = scheduler.now() + lifetimeMs;
            subjects.add(person);
            invitations.insert(orgId, person.id, {
                user_id: person.id,
                email,
                created_by: caller.id,
                created_at: person.created_at,
                expires_at: new Date(expiry).toISOString(),
            });
            scheduler.schedule('invitation.expired', expiry, { orgId, userId: person.id });
            return [toUserRole(person, place)];
        },
        withdraw,
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/invitations/routes.js

const invitationRoutes = (invitations) => [
    route('get', '/orgs/{orgId}/invitations', 'org:manager', ({ path }) => ({
        status: 200,
        body: invitations.list(path.orgId),
    })),
    route('post', '/orgs/{orgId}/invitations', 'org:manager', ({ path, body, caller }) => ({
        status: 200,
        body: invitations.create(path.orgId, body, caller),
    })),
];

;// CONCATENATED MODULE: ./build/orchestrator/organizations/model.js


const model_scope = '';
const createOrganizations = ({ store, scheduler }) => {
    const organizations = store.table('organizations');
    return {
        list: (caller) => organizationsOf(caller)
            .map((id) => organizations.get(model_scope, id))
            .filter((found) => found !== undefined),
        get: (id) => {
            const found = organizations.get(model_scope, id);
            if (!found)
                throw (0,errors/* notFound */.mX)('Organization', id);
            return found;
        },
        create: ({ id, name, created_by }) => {
            if (organizations.get(model_scope, id))
                throw (0,errors/* conflict */.hj)(`Organization '${id}' exists already.`);
            const created_at = scheduler.timestamp();
            organizations.insert(model_scope, id, { id, name, created_by, created_at, trial_expires_at: null, logo: {} });
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/organizations/routes.js

const organizationRoutes = (organizations) => [
    route('get', '/orgs', 'anybody', ({ caller }) => ({ status: 200, body: organizations.list(caller) })),
    route('get', '/orgs/{orgId}', 'org:member', ({ path }) => ({ status: 200, body: organizations.get(path.orgId) })),
];

;// CONCATENATED MODULE: ./build/orchestrator/tokens/model.js



const covers = (auth, caller, user) => heldRoles(user).every(([path, role]) => {
    const [, , orgId, kind, id] = path.split('/');
    if (auth.allows(caller, 'org:administrator', orgId))
        return true;
    if (kind === undefined)
        return role !== 'administrator';
    if (kind === 'apps')
        return auth.allows(caller, `app:${role}`, orgId, id);
    return rolesOn(caller, path).includes(role);
});
const mayManage = (auth, caller, user) => {
    const organizations = organizationsOf(user);
    const manages = (orgId) => auth.allows(caller, 'org:manager', orgId);
    return organizations.length > 0 && organizations.every(manages) && covers(auth, caller, user);
};
const readExpiry = (text, now) => {
    const at = Date.parse(text);
    if (at > now)
        return new Date(at).toISOString();
    throw (0,errors/* badRequest */.li)(`'expires_at' must be a time to come, not ${text}.`);
};
const createTokens = ({ scheduler, random }, { auth, tokens }) => {
    const requireUser = (userId, caller, isOwnEnough) => {
        const user = auth.user(userId);
        if (!user || user.type === 'group')
            throw (0,errors/* notFound */.mX)('User', userId);
        if ((isOwnEnough && caller.id === userId) || mayManage(auth, caller, user))
            return user;
        throw (0,errors/* forbidden */.o0)(`${caller.name} has no say over the tokens of user '${userId}'.`);
    };
    const requireToken = (userId, id) => {
        const found = tokens.get(userId, id);
        if (!found)
            throw (0,errors/* notFound */.mX)('Token', id, `those of user '${userId}'`);
        return found;
    };
    return {
        list: (userId, caller) => {
            requireUser(userId, caller, true);
            return tokens.list(userId);
        },
        get: (userId, id, caller) => {
            requireUser(userId, caller, true);
            return requireToken(userId, id);
        },
        create: (userId, { id, type, description = '', expires_at }, caller) => {
            const user = requireUser(userId, caller, false);
            if (user.type !== 'service') {
                throw (0,errors/* badRequest */.li)(`User '${userId}' is not a service user: tokens are issued for those only.`);
            }
            const expiry = expires_at === undefined ? {} : { expires_at: readExpiry(expires_at, scheduler.now()) };
            requireNameable(id);
            if (tokens.get(userId, id))
                throw (0,errors/* conflict */.hj)(`User '${userId}' has a token '${id}' already.`);
            const secret = random.hex(32);
            const created_at = scheduler.timestamp();
            tokens.add(secret, userId, { id, type, description, created_at, created_by: caller.id, ...expiry });
            return secret;
        },
        delete: (userId, id, caller) => {
            requireUser(userId, caller, true);
            requireToken(userId, id);
            tokens.delete(userId, id);
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/tokens/routes.js

const tokenRoutes = (tokens) => [
    route('get', '/users/{userId}/tokens', 'anybody', ({ path, caller }) => ({
        status: 200,
        body: tokens.list(path.userId, caller),
    })),
    route('post', '/users/{userId}/tokens', 'anybody', ({ path, body, caller }) => ({
        status: 200,
        body: { token: tokens.create(path.userId, body, caller), type: 'static' },
    })),
    route('get', '/users/{userId}/tokens/{tokenId}', 'anybody', ({ path, caller }) => ({
        status: 200,
        body: tokens.get(path.userId, path.tokenId, caller),
    })),
    route('delete', '/users/{userId}/tokens/{tokenId}', 'anybody', ({ path, caller }) => {
        tokens.delete(path.userId, path.tokenId, caller);
        return { status: 204 };
    }),
];

;// CONCATENATED MODULE: ./build/orchestrator/user-roles/members.js



const createMembers = (neighbours) => {
    const { auth, subjects } = neighbours;
    const hasCome = ({ invite }) => invite === undefined;
    const hasOtherAdministrator = (orgId, id) => subjects
        .holders(orgPath(orgId))
        .filter((holder) => holder.id !== id && holder.roles[orgPath(orgId)] === 'administrator')
        .flatMap((holder) => (holder.type === 'group' ? subjects.members(holder.id) : [holder]))
        .some((person) => person.id !== id && hasCome(person));
    const checkChange = (orgId, subject, role, caller) => {
        const held = subject.roles[orgPath(orgId)];
        if (held === role)
            return;
        checkRank(auth, caller, orgId, [held, role]);
        if (held === 'administrator' && !hasOtherAdministrator(orgId, subject.id)) {
            throw (0,errors/* badRequest */.li)(`'${subject.id}' is the last administrator of organization '${orgId}': make another one first.`);
        }
    };
    return {
        change: (orgId, id, role, caller) => {
            const place = organizationPlace(orgId);
            const subject = requireHolder(subjects, place, id);
            checkRole(role, place, subject.type);
            checkNotOwn(auth, caller, place, id);
            checkChange(orgId, subject, role, caller);
            subjects.grant(id, place.path, role);
            return toUserRole(requireHolder(subjects, place, id), place);
        },
        remove: (orgId, id, caller) => {
            const subject = requireHolder(subjects, organizationPlace(orgId), id);
            checkChange(orgId, subject, undefined, caller);
            if (subject.type === 'group')
                return neighbours.deleteGroup(orgId, subject);
            if (!hasCome(subject))
                return neighbours.withdrawInvitation(orgId, id);
            const isHere = (groupId) => subjects.get(groupId)?.roles[orgPath(orgId)] !== undefined;
            for (const groupId of (subject.groups ?? []).filter(isHere))
                subjects.leave(groupId, id);
            subjects.revoke(id, orgPath(orgId));
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/user-roles/model.js



const isOfType = ({ type }, wanted) => wanted === undefined || (wanted === 'group') === (type === 'group');
const createUserRoles = ({ auth, subjects }) => {
    const give = ({ id }, place, role) => {
        subjects.grant(id, place.path, role);
        return toUserRole(requireHolder(subjects, place, id), place);
    };
    const requireMember = (orgId, id) => {
        const subject = auth.user(id);
        if (!subject || !auth.allows(subject, 'org:member', orgId))
            throw (0,errors/* notFound */.mX)('User', id, `organization '${orgId}'`);
        return subject;
    };
    return {
        list: (place, type) => subjects
            .holders(place.path)
            .filter((subject) => isOfType(subject, type))
            .map((subject) => toUserRole(subject, place)),
        get: (place, id) => toUserRole(requireHolder(subjects, place, id), place),
        add: (place, { id, role }, caller) => {
            checkRole(role, place);
            const subject = requireMember(place.orgId, id);
            const held = subject.roles[place.path];
            if (held === role)
                return toUserRole(subject, place);
            if (held !== undefined) {
                throw (0,errors/* badRequest */.li)(`User '${id}' has the role '${held}' on ${place.name} already: PATCH gives another.`);
            }
            checkNotOwn(auth, caller, place, id);
            return give(subject, place, role);
        },
        change: (place, id, role) => {
            const subject = requireHolder(subjects, place, id);
            checkRole(role, place);
            return give(subject, place, role);
        },
        remove: (place, id) => {
            requireHolder(subjects, place, id);
            subjects.revoke(id, place.path);
        },
        forgetApplication: (orgId, appId) => subjects.forget(appPath(orgId, appId)),
        forgetEnvironmentType: (orgId, type) => subjects.forget(envTypePath(orgId, type)),
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/user-roles/permissions.js


const permissionsIn = (auth, orgId, id, caller) => {
    if (caller.id !== id && !auth.allows(caller, 'org:manager', orgId)) {
        throw (0,errors/* forbidden */.o0)(`${caller.name} needs the role 'manager' on organization '${orgId}' to see what others may do.`);
    }
    const subject = auth.user(id);
    if (!subject || !auth.allows(subject, 'org:member', orgId))
        throw (0,errors/* notFound */.mX)('User', id, `organization '${orgId}'`);
    const isHere = (path) => path === orgPath(orgId) || path.startsWith(`${orgPath(orgId)}/`);
    const held = Map.groupBy(heldRoles(subject).filter(([path]) => isHere(path)), ([path]) => path);
    const objects = [...held].map(([path, roles]) => {
        const permissions = [...new Set(roles.flatMap(([, role]) => includedRoles(role)))];
        return [path, { permissions }];
    });
    return { objects: Object.fromEntries(objects) };
};

;// CONCATENATED MODULE: ./build/orchestrator/user-roles/routes.js



const onOrganizations = ({ auth, roles, members }) => [
    route('get', '/orgs/{orgId}/users', 'org:member', ({ path, query }) => ({
        status: 200,
        body: roles.list(organizationPlace(path.orgId), query.type),
    })),
    route('get', '/orgs/{orgId}/users/{userId}', 'org:member', ({ path }) => ({
        status: 200,
        body: roles.get(organizationPlace(path.orgId), path.userId),
    })),
    route('patch', '/orgs/{orgId}/users/{userId}', 'org:manager', ({ path, body, caller }) => ({
        status: 200,
        body: members.change(path.orgId, path.userId, body.role, caller),
    })),
    route('delete', '/orgs/{orgId}/users/{userId}', 'org:manager', ({ path, caller }) => {
        members.remove(path.orgId, path.userId, caller);
        return { status: 204 };
    }),
    route('get', '/orgs/{orgId}/users/{userId}/perms', 'org:member', ({ path, caller }) => ({
        status: 200,
        body: permissionsIn(auth, path.orgId, path.userId, caller),
    })),
];
const places = [
    { place: '/orgs/{orgId}/apps/{appId}', look: 'app:viewer', change: 'app:owner' },
    { place: '/orgs/{orgId}/env-types/{envType}', look: 'org:member', change: 'org:manager' },
];
const onPlaces = ({ roles, environmentTypePlace }) => {
    const placeOf = (path) => 'appId' in path ? applicationPlace(path.orgId, path.appId) : environmentTypePlace(path.orgId, path.envType);
    return places.flatMap(({ place, look, change }) => {
        const all = `${place}/users`;
        const one = `${all}/{userId}`;
        return [
            route('get', all, look, ({ path, query }) => ({ status: 200, body: roles.list(placeOf(path), query.type) })),
            route('post', all, change, ({ path, body, caller }) => ({
                status: 200,
                body: roles.add(placeOf(path), body, caller),
            })),
            route('get', one, look, ({ path }) => ({ status: 200, body: roles.get(placeOf(path), path.userId) })),
            route('patch', one, change, ({ path, body }) => ({
                status: 200,
                body: roles.change(placeOf(path), path.userId, body.role),
            })),
            route('delete', one, change, ({ path }) => {
                roles.remove(placeOf(path), path.userId);
                return { status: 204 };
            }),
        ];
    });
};
const userRoleRoutes = (models) => [...onOrganizations(models), ...onPlaces(models)];

;// CONCATENATED MODULE: ./build/orchestrator/users/routes.js

const userRoutes = (users) => [
    route('get', '/current-user', 'anybody', ({ caller }) => ({ status: 200, body: users.profile(caller) })),
    route('patch', '/current-user', 'anybody', ({ caller, body }) => ({
        status: 200,
        body: users.changeProfile(caller, body),
    })),
    route('post', '/orgs/{orgId}/users', 'org:manager', ({ path, body, caller }) => ({
        status: 200,
        body: users.createServiceUser(path.orgId, body, caller),
    })),
];

;// CONCATENATED MODULE: ./build/orchestrator/wiring/identity-models.js



















const createIdentityModels = (parts, neighbours) => {
    const { auth } = neighbours;
    const subjects = createSubjects(parts.store);
    const people = { auth, subjects };
    const auditLogs = createAuditLogs(parts);
    const groups = createGroups(parts, people);
    const invitations = createInvitations(parts, people);
    const organizations = createOrganizations(parts);
    const userRoles = createUserRoles(people);
    const members = createMembers({ ...people, withdrawInvitation: invitations.withdraw, deleteGroup: groups.delete });
    const audit = ({ caller, parameters: { orgId, userId }, ...request }) => {
        const user = userId === undefined ? undefined : auth.user(userId);
        const places = orgId === undefined ? (user ? organizationsOf(user) : []) : [orgId];
        for (const place of places)
            auditLogs.record(place, { ...request, userId: caller.id });
    };
    return {
        audit,
        auditLogs,
        groups,
        organizations,
        subjects,
        userRoles,
        routes: [
            ...auditLogRoutes(auditLogs),
            ...groupRoutes(groups),
            ...invitationRoutes(invitations),
            ...organizationRoutes(organizations),
            ...tokenRoutes(createTokens(parts, { auth, tokens: createTokenStore(parts.store) })),
            ...userRoleRoutes({
                auth,
                roles: userRoles,
                members,
                environmentTypePlace: (orgId, type) => {
                    neighbours.requireEnvironmentType(orgId, type);
                    return environmentTypePlace(orgId, type);
                },
            }),
            ...userRoutes(createUsers(parts, people)),
        ],
    };
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
            throw (0,errors/* notFound */.mX)('Approval', approvalId, `job '${jobId}' of run '${runId}' of pipeline '${pipelineId}'`);
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
                throw (0,errors/* badRequest */.li)(`Approval '${approval.id}' is ${approval.status} already.`);
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
        forgetEnvironment: (orgId, appId, envId) => {
            for (const each of approvals.list(appScope(orgId, appId))) {
                if (each.env_id !== envId || !mayBecome(each.status, 'cancelled'))
                    continue;
                const cancelled = { ...each, status: 'cancelled' };
                save(cancelled);
                neighbours.decided(cancelled, { name: `the deletion of environment '${envId}'` });
            }
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

;// CONCATENATED MODULE: ./build/orchestrator/remember.js
const remember = (most, make) => {
    const known = new Map();
    return (text) => {
        const before = known.get(text);
        if (before !== undefined)
            return before;
        const made = make(text);
        const oldest = known.keys().next().value;
        if (known.size >= most && oldest !== undefined)
            known.delete(oldest);
        known.set(text, made);
        return made;
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/batches/model.js




const keptPatterns = 500;
const fits = (compile, { type, include, exclude, matchRef }, version) => version.type === type &&
    include.some((pattern) => compile(pattern).isIn(version.name)) &&
    !exclude.some((pattern) => compile(pattern).isIn(version.name)) &&
    (matchRef === undefined || compile(matchRef).isIn(version.ref ?? ''));
const createBatches = ({ store, scheduler, random }, neighbours) => {
    const batches = store.table('batches');
    const compile = remember(keptPatterns, search/* compileRegex */.D);
    const open = ({ place: { orgId, appId, pipelineId }, trigger: { type } }) => batches
        .list(appScope(orgId, appId))
        .find((each) => each.isOpen && each.pipelineId === pipelineId && each.type === type);
    const begin = ({ place, trigger }, first) => {
        const { orgId, appId, pipelineId } = place;
        const { type, batchMinutes } = trigger;
        const dueAt = scheduler.now() + (batchMinutes ?? 0) * 60_000;
        const id = random.uuid();
        const isOpen = batchMinutes !== undefined;
        batches.insert(appScope(orgId, appId), id, { ...first, id, pipelineId, type, dueAt, isOpen });
        scheduler.schedule('batch.due', dueAt, { place, id });
    };
    const gather = (listener, { id, artefact_id, created_by }) => {
        const item = { artefactId: artefact_id, versionId: id };
        const registeredBy = created_by ?? listener.author;
        const before = listener.trigger.batchMinutes === undefined ? undefined : open(listener);
        if (!before)
            return begin(listener, { items: [item], registeredBy });
        const items = [...before.items.filter(({ artefactId }) => artefactId !== artefact_id), item];
        const { orgId, appId } = listener.place;
        batches.update(appScope(orgId, appId), before.id, { ...before, items, registeredBy });
    };
    scheduler.on('batch.due', ({ place, id }) => {
        const scope = appScope(place.orgId, place.appId);
        const batch = batches.get(scope, id);
        if (!batch)
            return;
        batches.delete(scope, id);
        const listener = neighbours.listener(place);
        if (listener?.trigger.type !== batch.type)
            return;
        neighbours.submit({
            pipeline: place,
            trigger: 'artefact',
            inputs: { [`${batch.type}_artefacts`]: batch.items.map(({ versionId }) => versionId) },
            createdBy: batch.registeredBy,
            inheritsFrom: listener.author,
        });
    });
    return {
        get: (place, batchType) => {
            const listener = neighbours.listener(place);
            const batch = listener && batchType === 'artefact' ? open(listener) : undefined;
            if (!batch)
                throw (0,errors/* notFound */.mX)('Pending batch', batchType, `pipeline '${place.pipelineId}'`);
            return {
                items: batch.items.map(({ versionId }) => ({ type: batch.type, ref: versionId })),
                scheduled_at: new Date(batch.dueAt).toISOString(),
            };
        },
        registered: (orgId, version) => {
            for (const listener of neighbours.listeners(orgId))
                if (fits(compile, listener.trigger, version))
                    gather(listener, version);
        },
        forgetPipeline: ({ orgId, appId, pipelineId }) => {
            const scope = appScope(orgId, appId);
            for (const each of batches.list(scope))
                if (each.pipelineId === pipelineId)
                    batches.delete(scope, each.id);
        },
        forgetApplication: (orgId, appId) => batches.deleteAll(appScope(orgId, appId)),
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/batches/routes.js

const batchRoutes = (batches) => [
    route('get', '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/batches/{batchType}', 'app:viewer', ({ path }) => ({
        status: 200,
        body: batches.get(path, path.batchType),
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
const model_fits = (criteria, { envId, envType, deploymentType }) => (criteria.env_id ?? envId) === envId &&
    (criteria.env_type ?? envType) === envType &&
    (criteria.deployment_type ?? deploymentType) === deploymentType;
const specificity = ({ env_id, env_type, deployment_type }) => (env_id === undefined ? 0 : 4) + (env_type === undefined ? 0 : 2) + (deployment_type === undefined ? 0 : 1);
const matchable = new Set(['trigger', 'app_id', 'env_type', 'env_id', 'deployment_type']);
const readMatch = (match = {}) => {
    for (const key of Object.keys(match)) {
        if (!matchable.has(key))
            throw (0,errors/* badRequest */.li)(`match[${key}]: criteria have ${[...matchable].join(', ')}.`);
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
            throw (0,errors/* notFound */.mX)('Criteria', id, `pipeline '${pipelineId}'`);
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
            if ((request.app_id ?? appId) !== appId) {
                throw (0,errors/* badRequest */.li)(`app_id may only be '${appId}', the application of the pipeline, not '${request.app_id}'.`);
            }
            if (!pipeline.trigger_types.includes(request.trigger)) {
                throw (0,errors/* badRequest */.li)(`Pipeline '${pipelineId}' has no trigger '${request.trigger}' for criteria to start.`);
            }
            const wanted = normalised(request);
            const same = list(orgId, appId).find((each) => isSame(each, wanted));
            if (same)
                throw (0,errors/* conflict */.hj)(`Pipeline '${same.pipeline_id}' has the same criteria already, '${same.id}'.`);
            const criteria = { ...wanted, id: random.uuid(), pipeline_id: pipelineId, app_id: appId };
            table.insert(appScope(orgId, appId), criteria.id, criteria);
            return complete(orgId, appId, criteria);
        },
        delete: (place, id) => {
            require(place, id);
            table.delete(appScope(place.orgId, place.appId), id);
        },
        match: (orgId, appId, request) => list(orgId, appId)
            .filter((each) => model_fits(each, request))
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

;// CONCATENATED MODULE: ./build/orchestrator/deployments/routes.js

const deploymentRoutes = (deployments, request) => [
    route('get', '/orgs/{orgId}/apps/{appId}/envs/{envId}/deploys', 'app:viewer', ({ path, query }) => ({
        status: 200,
        body: deployments.list(path, query),
    })),
    route('post', '/orgs/{orgId}/apps/{appId}/envs/{envId}/deploys', 'app:developer', ({ path, body, caller }) => ({
        status: 201,
        body: request(path, body, caller),
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

// EXTERNAL MODULE: ./build/contract/closest.js
var closest = __webpack_require__(3217);
;// CONCATENATED MODULE: ./build/orchestrator/engine/quote.js
const MAX_LENGTH = 60;
const quote = (text) => {
    const line = text.slice(0, MAX_LENGTH).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ');
    return text.length > MAX_LENGTH ? `'${line}…'` : `'${line}'`;
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
const lexer_readTokens = (source, base = 0) => {
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
            expected: `one of ${names.join(', ')}${(0,closest/* didYouMean */.a)(written, names)}`,
        });
    }
    #checkContext(name, offset) {
        const contexts = this.#vocabulary?.contexts;
        if (contexts === undefined || contexts.includes(name))
            return;
        throw new ExpressionError({
            offset,
            found: `the name ${quote(name)}`,
            expected: `one of ${contexts.join(', ')}${(0,closest/* didYouMean */.a)(name, contexts)}`,
        });
    }
}
const parseExpression = (source, vocabulary, base = 0) => new Parser(lexer_readTokens(source, base), vocabulary).whole();

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

;// CONCATENATED MODULE: ./build/orchestrator/engine/secrets.js
const secrets_hidden = '***';
const inJson = (text) => JSON.stringify(text).slice(1, -1);
const formsOf = (secret) => {
    const wellFormed = Buffer.from(secret).toString();
    return [
        secret,
        secret.toLowerCase(),
        inJson(secret),
        inJson(inJson(secret)),
        encodeURI(wellFormed),
        encodeURIComponent(wellFormed),
    ];
};
const createRedact = (secrets) => {
    const forms = new Set();
    for (const secret of secrets) {
        const trimmed = secret.trim();
        if (trimmed !== '')
            for (const form of formsOf(trimmed))
                forms.add(form);
    }
    const all = [...forms].toSorted((one, other) => other.length - one.length);
    return (text) => all.reduce((redacted, form) => redacted.replaceAll(form, secrets_hidden), text);
};

;// CONCATENATED MODULE: ./build/orchestrator/engine/app-values.js


const refuse = (key) => {
    const found = `app.values.${key}, a secret in another store`;
    const expected = 'a value whose text is kept here';
    throw new ExpressionError({ offset: 0, found, expected, message: `${found}, cannot be read by this orchestrator` });
};
const app_values_textOf = ({ key, value, is_secret }, secrets) => {
    if (is_secret && secrets === 'hidden')
        return value === '' ? '' : secrets_hidden;
    return value ?? refuse(key);
};
const toContext = (values, secrets) => {
    const context = {};
    for (const value of values) {
        Object.defineProperty(context, value.key, { enumerable: true, get: () => app_values_textOf(value, secrets) });
    }
    return context;
};

;// CONCATENATED MODULE: ./build/orchestrator/engine/scopes.js


const hasFailed = (definition, status) => status === 'failed' && definition?.continueOnError !== true;
const runContexts = ({ record: { run }, appValues }, secrets) => ({
    inputs: run.inputs,
    pipeline: { id: run.pipeline_id, app: { id: run.app_id }, org: { id: run.org_id } },
    app: {
        get values() {
            return toContext(appValues(), secrets);
        },
    },
});
const scopes_runScope = (beginning) => ({ contexts: runContexts(beginning, 'hidden') });
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
        contexts: { ...runContexts(execution, 'open'), needs: needsOf(execution, job) },
        status: {
            success: !cancelled && job.needs.every(isFine),
            failure: ancestors(execution, job).some((each) => hasFailed(each, statusOf(each.id))),
            cancelled,
        },
    };
};
const scopes_stepScope = (execution, job, secrets) => {
    const records = execution.jobs.get(job.id)?.steps ?? [];
    const seen = (each) => records[each.index];
    const named = job.steps.filter((each) => each.id !== undefined);
    const steps = Object.fromEntries(named.map((each) => [each.id, { status: seen(each)?.step.status ?? null, outputs: seen(each)?.outputs ?? {} }]));
    const cancelled = execution.record.cancelReason !== undefined;
    const failure = job.steps.some((each) => hasFailed(each, seen(each)?.step.status));
    return {
        contexts: { ...runContexts(execution, secrets), needs: needsOf(execution, job), steps },
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
        const scope = scopes_stepScope(execution, definition, 'hidden');
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




const newRun = ({ scheduler, random }, { request, pipeline, definition, runAs, appValues }) => {
    const { inputs, createdBy, inheritsFrom = createdBy, trigger } = request;
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
        created_by: createdBy,
        timeout_seconds: definition.timeoutMinutes * 60,
        trigger,
        inputs,
        run_as: definition.permissions === 'inherit' ? inheritsFrom : runAs,
        waiting_for: {},
    };
    const { concurrency } = definition;
    try {
        const group = concurrency ? toText(fillTemplate(concurrency.group, scopes_runScope({ record: { run }, appValues }))) : '';
        return { record: { run: group === '' ? run : { ...run, concurrency_group: group } } };
    }
    catch (error) {
        if (!(error instanceof ExpressionError))
            throw error;
        return { record: { run }, problem: `concurrency.group: ${error.message}` };
    }
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
            throw (0,errors/* forbidden */.o0)(`User '${run.run_as}', with whose rights the run goes on, does not exist any more.`);
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
            if (approval.status === 'cancelled')
                return { kind: 'failed', message: `Cancelled by ${decidedBy}` };
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

;// CONCATENATED MODULE: ./build/orchestrator/engine/steps/create-delta.js






const idsOf = (inputs, name) => {
    const list = inputs[name];
    if (list === undefined || !isList(list))
        return [];
    return list.map((value, index) => {
        const id = toText(value);
        if ((0,identifiers/* isUuid */.O1)(id))
            return id;
        throw (0,errors/* badRequest */.li)(`${name}[${index}] is not the id of an artefact version, which is a UUID: '${id}'`);
    });
};
const toPointer = (name) => (0,pointer/* printPointer */.Vs)([name]);
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
            throw (0,errors/* badRequest */.li)(`Artefact version '${versionId}' is a workload: it belongs into workload_artefacts.`);
        }
        const image = imageOf(version);
        if (image === undefined)
            throw (0,errors/* badRequest */.li)(`Artefact version '${versionId}' has neither version nor digest.`);
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

const mostRises = 500;
const narrate = ({ id, envId, modules, now }, cluster) => {
    const { durationMs, workloads } = cluster.behaviour();
    const { pendingMs, errors, workloads: outcomes } = cluster.outcomeOf(envId, modules);
    const begins = now + pendingMs;
    const failing = new Set(errors.map((error) => error.object_id));
    const names = Object.keys(modules).toSorted();
    const ownDuration = (name) => (0,sets_json/* ownValue */.eC)(outcomes, name)?.upAfterMs ?? (0,sets_json/* ownValue */.eC)(workloads, name)?.durationMs;
    const rises = names
        .map((name, index) => ({
        name,
        at: begins + (ownDuration(name) ?? Math.round((durationMs * (index + 1)) / names.length)),
    }))
        .filter(({ name }) => !failing.has(name))
        .toSorted((one, other) => one.at - other.at);
    const every = Math.ceil(rises.length / mostRises);
    return [
        { at: begins, message: `Deployment ${id} is in progress` },
        ...rises
            .map(({ name, at }, index) => ({ at, message: `${name} is up (${index + 1} of ${names.length})` }))
            .filter((_, index) => (index + 1) % every === 0 || index + 1 === rises.length),
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
const modeOf = ({ inputs: { mode } }) => mode === 'full' || mode === 'incremental' ? { mode } : {};
const summaryOf = (errors) => {
    const named = errors.map(({ object_id, message }) => `${object_id}: ${message}`);
    return (0,first_of/* firstOf */.K)(named, 3, '; ');
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
            ...modeOf(run),
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

const github_answers_longestText = 300;
const parse = (body) => {
    try {
        return JSON.parse(body);
    }
    catch {
        return undefined;
    }
};
const shortText = (value) => (typeof value === 'string' ? value.slice(0, github_answers_longestText) : '');
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
const github_workflow_targetOf = (inputs, uid) => {
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
    const refused = (call, what, { status, body }) => ({
        kind: 'failed',
        message: `GitHub answered ${what} with ${status}${messageOf(call.redact(body))}`,
    });
    const dispatched = (call, state, answer) => {
        const { target } = state;
        const what = `the start of ${github_workflow_named(target)}`;
        if (answer.kind !== 'answered') {
            return { kind: 'failed', message: `No answer to ${what}: outcome unknown: ${reasonOf(answer)}` };
        }
        if (answer.status < 200 || answer.status > 299)
            return refused(call, what, answer);
        call.log(`Started ${github_workflow_named(target)} at ${target.ref}, as ${target.uid}`);
        return lookLater(call, { ...state, phase: 'finding', findUntil: call.now + findMinutes * 60_000 });
    };
    const ended = (call, target, { id, url, conclusion }) => {
        const outputs = { run_id: id, html_url: call.redact(url), conclusion: call.redact(conclusion) };
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
            return refused(call, `a look at ${github_workflow_named(state.target)}`, answer);
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
        const target = github_workflow_targetOf(inputs, newUid());
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
        sends: true,
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

;// CONCATENATED MODULE: ./build/orchestrator/engine/steps/http.js




const http_patienceSeconds = 60;
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const headersOf = (given) => {
    const headers = new Map();
    for (const [written, value] of Object.entries((given ?? {}))) {
        const isText = value === null || typeof value !== 'object';
        const problem = headerProblem(written, isText ? toText(value) : undefined);
        if (problem !== undefined)
            return { problem };
        headers.set(written.toLowerCase(), toText(value));
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
const http_requestOf = (inputs, { allowHttp, canSend }) => {
    const method = requiredText(inputs, 'method').toUpperCase();
    if (!methods.includes(method))
        return `method must be one of ${methods.join(', ')}`;
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
            const outputs = { status_code: status, body: call.redact(body) };
            if (status >= 400)
                return { kind: 'failed', message: `${what} was answered with ${status}`, outputs };
            call.log(`${what} was answered with ${status}`);
            return { kind: 'succeeded', outputs };
        }
    }
};
const createHttp = ({ outbox, outgoing }) => waitingAction({
    sends: true,
    start: (call, inputs) => {
        const request = http_requestOf(inputs, outgoing);
        if (typeof request === 'string')
            return { kind: 'failed', message: `http: ${request}` };
        const written = call.redact(requiredText(inputs, 'url'));
        const url = (0,outbox_outgoing/* readUrl */.wo)(written);
        const what = `${request.method} ${url ? (0,outbox_outgoing/* shownUrl */.zA)(url) : written}`;
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
    const end = ({ ref, redact }, job, record, status, text = '') => {
        const message = redact(text);
        if (status === 'failed')
            records.log(ref, job.job.id, record.step.index, 'error', message);
        appear(record);
        record.step = move('step', record.step, status, { at: scheduler.timestamp(), message });
    };
    const callOf = (execution, job, record) => {
        const { ref, definition, redact } = execution;
        const { run } = execution.record;
        return {
            orgId: ref.orgId,
            appId: ref.appId,
            run,
            jobId: job.job.id,
            index: record.step.index,
            now: scheduler.now(),
            caller: () => identityOf(run, definition, neighbours.user),
            log: (message, level = 'info') => records.log(ref, job.job.id, record.step.index, level, redact(message)),
            redact,
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
        job.job.waiting_for = execution.redact(waitingFor);
        if (on !== undefined)
            waits.insert(signalScope(ref, on), placeId(place), place);
        scheduler.schedule('step.wakes', wakeAt, { ...place, at: wakeAt });
    };
    const attempt = (work) => {
        try {
            return work();
        }
        catch (error) {
            if (error instanceof errors/* HttpError */.j$)
                return { kind: 'failed', message: error.message };
            throw error;
        }
    };
    const isWanted = (execution, definitions, job) => {
        const [ofJob, ofStep] = definitions;
        try {
            return holds(ofStep.if, scopes_stepScope(execution, ofJob, 'open'));
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
            const read = readStepInputs(ofStep, scopes_stepScope(execution, ofJob, action.sends ? 'open' : 'hidden'));
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
        const appValues = () => neighbours.appValues(ref);
        let known;
        const redact = (text) => (known ??= createRedact(neighbours.secretTexts(ref)))(text);
        return { ref, record, jobs: new Map(all), definition, appValues, redact, changed: new Set() };
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
    const begin = (ref) => within(ref, ({ record }) => {
        if (record.run.status !== 'queued')
            return;
        const at = scheduler.timestamp();
        record.run = { ...move('run', record.run, 'executing', { at }), executing_at: at };
    });
    const prepare = (request) => {
        const pipeline = neighbours.pipeline(request.pipeline);
        const definition = neighbours.definition(request.pipeline, pipeline.version);
        const runAs = neighbours.runAs(request.pipeline);
        const appValues = () => neighbours.appValues(request.pipeline);
        const made = newRun(parts, { request, pipeline, definition, runAs, appValues });
        if (made.problem !== undefined && request.trigger !== 'artefact')
            throw (0,errors/* badRequest */.li)(made.problem);
        return { ...made, definition };
    };
    const create = (request) => {
        const { record, problem, definition } = prepare(request);
        records.insert(record, newJobs(parts, record.run, definition));
        if (problem !== undefined)
            within(refOf(record), (execution) => cancelWithin(execution, problem));
        return { record, turn: queue.enter(record) };
    };
    scheduler.on('run.begins', begin);
    scheduler.on('step.wakes', (wake) => within(wake.ref, (execution) => wakeWithin(execution, wake)));
    return {
        check: (request) => void prepare(request),
        submit: (request) => {
            const { record, turn } = create(request);
            if (turn.runId === record.run.id)
                beginSoon(turn);
            return record;
        },
        begin: (request) => {
            const { record, turn } = create(request);
            if (turn.runId !== record.run.id) {
                throw (0,errors/* conflict */.hj)(`Run '${turn.runId}' of pipeline '${turn.pipelineId}' has concurrency group '${record.run.concurrency_group}': ask again when it has ended.`);
            }
            begin(turn);
            return records.run(turn) ?? record;
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

;// CONCATENATED MODULE: ./build/orchestrator/etag.js


const etagHeader = (etag) => ({ etag: `"${etag}"` });
const etagOf = (content) => (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
const requireMatch = (kind, etag, ifMatch) => {
    if (ifMatch === undefined)
        return;
    const wanted = new Set(ifMatch.split(',').map((one) => one.trim().replace(/^(?:W\/)?"(.*)"$/, '$1')));
    if (!wanted.has(etag) && !wanted.has('*'))
        throw (0,errors/* preconditionFailed */.sK)(kind);
};

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
        report(path, `the action ${quote(action)}`, `one of ${actionNames.join(', ')}${(0,closest/* didYouMean */.a)(action, actionNames)}`);
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
            const expected = `one of the inputs of ${name}: ${names.join(', ')}${(0,closest/* didYouMean */.a)(key, names)}`;
            report(memberPath(path, key), `the key ${quote(key)}`, expected, 'key');
            continue;
        }
        if (value && isNothing(value))
            continue;
        given.set(key, value);
        if (value && !step_checks_isOfType(value, input.type))
            report(memberPath(path, key), step_checks_described[value.kind](value), expectedTypes[input.type], 'value');
    }
    const missing = (input) => input[1].required && !given.has(input[0]);
    for (const [key] of Object.entries(action.inputs).filter(missing))
        report(memberPath(path, key), 'nothing', `${key}, which ${name} needs`);
    if (action.oneOf && !action.oneOf.some((key) => given.has(key)))
        report(path, 'none of them', `${action.oneOf.join(' or ')}, which ${name} needs`, 'key');
};
const isNothing = (template) => template.kind === 'literal' && template.value === null;
const step_checks_isOfType = (template, type) => {
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
                report(placeOf(id, index), `the job ${quote(needed)}`, `a job of this pipeline${(0,closest/* didYouMean */.a)(needed, jobs.keys())}`);
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
const regexes = (minItems) => ({ type: 'list', items: { type: 'regex' }, minItems, maxItems: 50 });
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
                    batch: {
                        shape: {
                            type: 'record',
                            fields: {
                                'wait-minutes': {
                                    shape: { type: 'integer', minimum: 1, maximum: 1440 },
                                    required: true,
                                    description: 'Minutes from the first version of a batch to the run for all of them',
                                },
                            },
                        },
                        description: 'Versions are gathered for one run; without it each has its own',
                    },
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
const regexProblem = (text) => {
    try {
        (0,search/* compileRegex */.D)(text);
        return undefined;
    }
    catch (error) {
        if (error instanceof ast/* RegexError */.q)
            return error.message;
        throw error;
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
            return typeof value === 'string' && regexProblem(value) === undefined;
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
            return `a regular expression in the syntax of Go, of at most ${search/* maxPatternLength */.p} characters`;
        case 'condition':
            return 'an expression, true or false';
        case 'template':
            return shape.textOnly ? 'text' : 'a value';
        case 'value':
            return 'a value';
        case 'list':
            if (shape.maxItems !== undefined)
                return `a list of ${shape.minItems ?? 0} to ${shape.maxItems}`;
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
const readSource = (text) => {
    const lines = new dist.LineCounter();
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
    const tokens = readTokens(text, lines);
    if (tokens === 'lexemes')
        return refuse(0, 'too many words and marks', `a file of at most ${maxLexemes} of them`);
    if (tokens === 'nesting')
        return refuse(0, 'lists and maps within each other too deeply', `at most ${maxNesting} levels`);
    const composer = new dist/* Composer */.Dk({ uniqueKeys: false, version: '1.2' });
    const [document, second] = [...composer.compose(tokens, true, text.length)];
    if (second)
        return refuse(second.range[0], 'a second document', 'one document');
    for (const error of document?.errors ?? [])
        report({ offset: error.pos[0], path: '', found: error.message, expected: 'YAML that can be read' });
    return { text, contents: document?.contents ?? null, problems, report };
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
        const given = this.#scalar(node);
        const reason = shape.type === 'regex' && typeof given === 'string' ? regexProblem(given) : undefined;
        return this.report(place, describeNode(node) + (reason === undefined ? '' : `: ${reason}`), expectedOf(shape));
    }
    #resolved(given, place, read) {
        const at = { path: place.path, offset: given?.range?.[0] ?? place.offset };
        if (this.#exhausted)
            return undefined;
        this.#aliasedNodes += this.#aliases > 0 ? 1 : 0;
        if (this.#aliasedNodes > MAX_ALIASED_NODES)
            return this.#exhaust(at, 'aliases that stand for too much', `at most ${MAX_ALIASED_NODES} values through aliases`);
        if ((0,dist/* isAlias */.Vj)(given)) {
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
        if (((0,dist.isScalar)(given) || (0,dist.isMap)(given) || (0,dist/* isSeq */.oP)(given)) && given.anchor)
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
        return (0,dist.isScalar)(node) ? node.value : node;
    }
    #record(node, shape, place) {
        if (shape.nullable && this.#scalar(node) === null)
            return {};
        if (!(0,dist.isMap)(node))
            return this.#wrong(node, shape, { ...place, offset: node?.range?.[0] ?? place.offset });
        const names = Object.keys(shape.fields);
        const entries = this.#entries(node, place.path, (key, at) => {
            if (names.includes(key))
                return true;
            const expected = names.length === 0 ? 'no key' : `one of ${names.join(', ')}${(0,closest/* didYouMean */.a)(key, names)}`;
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
        if (!(0,dist.isMap)(node))
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
        if (!(0,dist/* isSeq */.oP)(node))
            return this.#wrong(node, shape, place);
        const count = node.items.length;
        if (count < (shape.minItems ?? 0) || count > (shape.maxItems ?? Infinity))
            this.report(place, count === 0 ? 'an empty list' : `${count} of them`, expectedOf(shape));
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
        if ((0,dist/* isSeq */.oP)(given))
            return {
                kind: 'list',
                items: given.items.map((item, index) => nested(item, this.#item(place, index, item))),
            };
        if ((0,dist.isMap)(given)) {
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
        if ((0,dist/* isSeq */.oP)(given))
            return given.items.map((item, index) => nested(item, this.#item(place, index, item)));
        if (!(0,dist.isMap)(given))
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
    if (!(0,dist.isScalar)(node))
        return undefined;
    if (typeof node.value === 'string')
        return node.value;
    return typeof node.value === 'number' ? (node.source ?? String(node.value)) : undefined;
};
const describeNode = (node) => {
    if ((0,dist.isMap)(node))
        return 'a map';
    if ((0,dist/* isSeq */.oP)(node))
        return 'a list';
    if (!(0,dist.isScalar)(node) || node.value === null)
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
    if ((0,dist.isMap)(source.contents))
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
            batchMinutes: on.artefact.batch?.['wait-minutes'],
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

;// CONCATENATED MODULE: ./build/orchestrator/pipelines/definitions.js



const keptDefinitions = 100;
const createDefinitionReader = (implemented) => remember(keptDefinitions, (text) => {
    const parsed = parsePipeline(text, implemented);
    if (!parsed.ok) {
        const [first] = parsed.problems;
        const more = parsed.problems.length > 1 ? ` (and ${parsed.problems.length - 1} more, see details)` : '';
        const where = first ? `line ${first.line}, column ${first.column}: ${first.message}` : 'it cannot be read';
        throw (0,errors/* badRequest */.li)(`The pipeline is not valid: ${where}${more}`, { problems: parsed.problems });
    }
    return parsed.definition;
});

;// CONCATENATED MODULE: ./build/orchestrator/pipelines/model.js







const builtIn = 'default';
const triggersOf = ({ deploymentRequest, pipelineCall, artefact }) => [
    ...(deploymentRequest ? ['deployment_request'] : []),
    ...(pipelineCall ? ['pipeline_call'] : []),
    ...(artefact ? ['artefact'] : []),
];
const createPipelines = (parts, neighbours) => {
    const { store, scheduler, random } = parts;
    const pipelines = store.table('pipelines');
    const versions = store.table('pipeline-versions');
    const listeners = store.table('pipeline-listeners');
    const read = createDefinitionReader(neighbours.implemented);
    const versionScope = ({ orgId, appId, pipelineId }) => `${appScope(orgId, appId)}/${pipelineId}`;
    const record = ({ orgId, appId, pipelineId }) => {
        const found = pipelines.get(appScope(orgId, appId), pipelineId);
        if (!found)
            throw (0,errors/* notFound */.mX)('Pipeline', pipelineId, `application '${orgId}/${appId}'`);
        return found;
    };
    const listenerId = ({ appId, pipelineId }) => `${appId}/${pipelineId}`;
    const unlisten = (place) => listeners.delete(place.orgId, listenerId(place));
    const versionRecord = (place, id) => {
        const wanted = id ?? record(place).pipeline.version;
        const found = versions.get(versionScope(place), wanted);
        if (!found)
            throw (0,errors/* notFound */.mX)('Version', wanted, `pipeline '${place.pipelineId}'`);
        return found;
    };
    const listScope = (scope, query, url, caller) => {
        const { app, trigger, metadata = {} } = query;
        const from = pages_placeOf(query.page);
        const keep = (each) => (app === undefined || app.includes(each.app_id)) &&
            (trigger === undefined || each.trigger_types.includes(trigger)) &&
            Object.entries(metadata).every(([key, value]) => each.metadata?.[key] === value) &&
            (caller === undefined || neighbours.sees(caller, each.org_id, each.app_id));
        const rows = pipelines.scan({ ...scope, ...(from === undefined ? {} : { from }) });
        return toPage(mapRows(rows, ({ pipeline }) => pipeline), { query, url, keep });
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
    const listen = (place, { on: { artefact } }, { id: author }) => {
        const id = listenerId(place);
        if (!artefact)
            unlisten(place);
        else if (listeners.get(place.orgId, id))
            listeners.update(place.orgId, id, { place, trigger: artefact, author });
        else
            listeners.insert(place.orgId, id, { place, trigger: artefact, author });
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
        listen(place, read(text), caller);
    };
    const checkNew = ({ orgId, appId }, text, caller) => {
        const definition = read(text);
        const { id } = definition;
        if (id !== undefined && pipelines.get(appScope(orgId, appId), id)) {
            throw (0,errors/* conflict */.hj)(`Pipeline '${id}' exists already in application '${orgId}/${appId}'.`);
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
            throw (0,errors/* badRequest */.li)(`The definition's id is '${definition.id}'; the id of pipeline '${pipelineId}' cannot change.`);
        }
        if (!definition.on.deploymentRequest && neighbours.hasCriteria(place)) {
            throw (0,errors/* conflict */.hj)(`Pipeline '${pipelineId}' has criteria, which need its trigger 'deployment_request'.`);
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
            throw (0,errors/* conflict */.hj)(`Pipeline '${builtIn}' is built in and cannot be deleted.`);
        if (neighbours.hasActiveRuns(place)) {
            throw (0,errors/* conflict */.hj)(`Pipeline '${pipelineId}' has runs that have not ended; cancel them or wait for their end.`);
        }
        neighbours.forgetPipeline(place);
        versions.deleteAll(versionScope(place));
        unlisten(place);
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
            const rows = versions.scan({ ...newest, ...(from === undefined ? {} : { from }) });
            return toPage(mapRows(rows, ({ version }) => version), { query, url });
        },
        text: (place, version) => versionRecord(place, version).text,
        definition: (place, version) => read(versionRecord(place, version).text),
        runAs: (place) => record(place).runAs,
        listeners: (orgId) => listeners.list(orgId),
        listener: (place) => {
            record(place);
            return listeners.get(place.orgId, listenerId(place));
        },
        createDefault: (orgId, appId, caller) => {
            create({ orgId, appId }, defaultPipelineYaml, caller);
            neighbours.createDefaultCriteria({ orgId, appId, pipelineId: builtIn });
        },
        forgetApplication: (orgId, appId) => {
            for (const { pipeline } of pipelines.list(appScope(orgId, appId))) {
                const place = { orgId, appId, pipelineId: pipeline.id };
                versions.deleteAll(versionScope(place));
                unlisten(place);
            }
            pipelines.deleteAll(appScope(orgId, appId));
        },
    };
};
const toDefinitionData = (text) => (0,dist/* parse */.qg)(text);

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
            return { type: 'string', maxLength: search/* maxPatternLength */.p };
        case 'value':
            return {};
        case 'condition':
            return { type: ['string', 'boolean'] };
        case 'template':
            return shape.textOnly ? { type: 'string' } : {};
        case 'list':
            return {
                type: 'array',
                items: toSchema(shape.items),
                minItems: shape.minItems ?? 0,
                ...(shape.maxItems === undefined ? {} : { maxItems: shape.maxItems }),
            };
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

;// CONCATENATED MODULE: ./build/orchestrator/runs/direct-deployment.js


const refusalOf = (run, envId) => {
    const pipeline = `Pipeline '${run.pipeline_id}'`;
    if (run.status === 'succeeded')
        return (0,errors/* badRequest */.li)(`${pipeline} ended without a deployment to '${envId}'.`);
    if (hasEnded(run))
        return (0,errors/* badRequest */.li)(`${pipeline} does not deploy to '${envId}': ${run.status_message}`);
    const jobs = Object.keys(run.waiting_for).map((id) => `'${id}'`);
    return (0,errors/* badRequest */.li)(`${pipeline} has to wait (in ${jobs.join(', ')}) before it deploys to '${envId}': ask for a run of it, which can be waited for, with POST …/pipeline-runs.`);
};
const createDirectDeployments = (deployments, runs) => (place, request, caller) => {
    if (request.pipeline)
        return deployments.create(place, request, caller);
    const set_id = deployments.check(place, request, caller);
    const { comment, delta_id, value_set_version_id, mode } = request;
    const run = runs.deployNow(place, {
        trigger: 'deployment_request',
        env_id: place.envId,
        ...(delta_id ? { delta_id } : { set_id }),
        ...(comment === undefined ? {} : { comment }),
        ...(value_set_version_id ? { value_set_version_id } : {}),
        ...(mode ? { mode } : {}),
    }, caller);
    const made = deployments.active(place);
    if (made?.pipeline?.run_id !== run.id)
        throw refusalOf(run, place.envId);
    return made;
};

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
        once: ({ orgId, appId }, { key, route, body, caller }, { find, create }) => {
            if (key === undefined || key === '')
                return create();
            if (key.length > maxKeyLength)
                throw (0,errors/* badRequest */.li)(`Idempotency-Key may have at most ${maxKeyLength} characters.`);
            const scope = appScope(orgId, appId);
            forgetExpired(scope);
            const id = `${caller.id} ${route} ${key}`;
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
                throw (0,errors/* unprocessable */.Pq)(`Idempotency-Key '${key}' was used with another body; use a new key for a new request.`);
            }
            const run = find(before.run);
            if (!run)
                throw (0,errors/* conflict */.hj)(`Run '${before.run.runId}', which Idempotency-Key '${key}' stands for, has been deleted.`);
            return run;
        },
        forgetApplication: (orgId, appId) => known.deleteAll(appScope(orgId, appId)),
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/runs/inputs.js



const sources = ['delta_id', 'set_id', 'deployment_id'];
const environmentOf = ({ env_id, environment }) => {
    if (env_id !== undefined && environment !== undefined && env_id !== environment) {
        throw (0,errors/* badRequest */.li)(`env_id '${env_id}' and its old name environment '${environment}' contradict each other.`);
    }
    const id = env_id ?? environment;
    if (!id)
        throw (0,errors/* badRequest */.li)('env_id is missing: it says where to deploy.');
    return id;
};
const readDeploymentInputs = (request, neighbours) => {
    const envId = environmentOf(request);
    const { delta_id, set_id, deployment_id, value_set_version_id, comment = '', mode } = request;
    const given = sources.filter((name) => request[name]);
    if (given.length > 1)
        throw (0,errors/* badRequest */.li)(`${given.join(' and ')} exclude each other: give one of them.`);
    if (value_set_version_id && !delta_id && !set_id) {
        throw (0,errors/* badRequest */.li)('value_set_version_id goes with delta_id or set_id only.');
    }
    if (!neighbours.environmentExists(envId))
        throw (0,errors/* badRequest */.li)(`Environment '${envId}' does not exist.`);
    const deployment = deployment_id ? neighbours.deployment(deployment_id) : undefined;
    if (deployment_id && !deployment)
        throw (0,errors/* badRequest */.li)(`Deployment '${deployment_id}' does not exist.`);
    if (delta_id && !neighbours.hasDelta(delta_id))
        throw (0,errors/* badRequest */.li)(`Delta '${delta_id}' does not exist.`);
    if (set_id)
        neighbours.requireSet(set_id);
    const values = deployment ? deployment.value_set_version_id : value_set_version_id;
    const hasValues = values ? neighbours.hasValues(envId, values) : false;
    if (value_set_version_id && !hasValues) {
        throw (0,errors/* badRequest */.li)(`value_set_version_id '${value_set_version_id}' is not a version that '${envId}' has.`);
    }
    const set = deployment?.set_id ?? (delta_id ? undefined : set_id || neighbours.baseSet(envId));
    const inputs = {
        env_id: envId,
        comment,
        ...(delta_id ? { delta_id } : {}),
        ...(deployment ? { deployment_id: deployment.id } : {}),
        ...(set ? { set_id: set } : {}),
        ...(values && hasValues ? { value_set_version_id: values } : {}),
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
const inputs_mostProblems = 20;
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
    throw (0,errors/* unprocessable */.Pq)(`The inputs do not fit the pipeline: ${(0,first_of/* firstOf */.K)(problems, inputs_mostProblems, '; ')}.`, {
        problems: problems.slice(0, inputs_mostProblems),
    });
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
            throw (0,errors/* notFound */.mX)('Run', ref.runId, `pipeline '${ref.pipelineId}'`);
        return found;
    };
    const requireEnded = (ref, what) => {
        const found = require(ref);
        if (hasEnded(found.run))
            return found;
        throw (0,errors/* conflict */.hj)(`Run '${ref.runId}' is ${found.run.status}; only a run that has ended can be ${what}.`);
    };
    const start = (app, attempt, toRun, dryRun = false) => {
        if (dryRun) {
            neighbours.check(toRun());
            return undefined;
        }
        const create = () => neighbours.submit(toRun());
        return idempotency.once(app, attempt, { find: records.run, create }).run;
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
            throw (0,errors/* badRequest */.li)(`No pipeline has criteria that fit a ${deploymentType} to '${envId}'.`);
        return { pipeline: { orgId, appId, pipelineId }, trigger: 'deployment_request', inputs, createdBy: caller.id };
    };
    const toCallRun = (pipeline, given, caller) => {
        const { on } = neighbours.definition(pipeline);
        if (!on.pipelineCall)
            throw (0,errors/* badRequest */.li)(`Pipeline '${pipeline.pipelineId}' has no trigger 'pipeline_call'.`);
        const inputs = readCallInputs(given, on.pipelineCall.inputs);
        return { pipeline, trigger: 'pipeline_call', inputs, createdBy: caller.id };
    };
    const toRestartedRun = (ref, caller) => {
        const { run } = requireEnded(ref, 'restarted');
        const { orgId, appId, pipelineId } = ref;
        const inputs = run.inputs;
        const pipeline = { orgId, appId, pipelineId };
        const createdBy = caller.id;
        if (run.trigger === 'pipeline_call')
            return toCallRun(pipeline, inputs, caller);
        const { on } = neighbours.definition(ref);
        if (!(run.trigger === 'artefact' ? on.artefact : on.deploymentRequest)) {
            throw (0,errors/* badRequest */.li)(`Pipeline '${pipelineId}' has no trigger '${run.trigger}' any more.`);
        }
        if (run.trigger === 'artefact')
            return { pipeline, trigger: 'artefact', inputs, createdBy };
        const envId = toText(inputs['env_id'] ?? null);
        if (neighbours.environmentType(orgId, appId, envId) === undefined) {
            throw (0,errors/* badRequest */.li)(`Environment '${envId}' does not exist any more.`);
        }
        neighbours.mayDeploy(caller, { orgId, appId, envId });
        return { pipeline, trigger: 'deployment_request', inputs, createdBy };
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
        requestDeployment: (app, request, attempt, dryRun) => start(app, attempt, () => toDeploymentRun(app, request, attempt.caller), dryRun),
        deployNow: (app, request, caller) => neighbours.begin(toDeploymentRun(app, request, caller)).run,
        call: (pipeline, given, attempt, dryRun) => start(pipeline, attempt, () => toCallRun(pipeline, given, attempt.caller), dryRun),
        restart: (ref, attempt) => {
            require(ref);
            return idempotency.once(ref, attempt, {
                find: records.run,
                create: () => neighbours.submit(toRestartedRun(ref, attempt.caller)),
            }).run;
        },
        cancel: (ref, caller, { ifMatch }) => {
            const { run } = require(ref);
            requireMatch('run', run.etag, ifMatch);
            const answer = cancellation[statusOf(run)];
            if (answer === 'refused')
                throw (0,errors/* conflict */.hj)(`Run '${run.id}' has ${run.status} already and cannot be cancelled.`);
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
                throw (0,errors/* notFound */.mX)('Job', jobId, `run '${ref.runId}'`);
            const steps = found.steps.map(({ step }) => step).filter(({ status }) => status !== 'queued');
            return { ...found.job, steps };
        },
        logs: (ref, { jobId, stepIndex }, query, url) => {
            require(ref);
            if (!records.job(ref, jobId)?.steps[stepIndex]) {
                throw (0,errors/* notFound */.mX)('Step', String(stepIndex), `job '${jobId}' of run '${ref.runId}'`);
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
            idempotency.forgetApplication(orgId, appId);
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
                return refOf(record);
            const scope = scopeOf(record);
            members.insert(scope, record.run.id, refOf(record));
            return first(scope) ?? refOf(record);
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

;// CONCATENATED MODULE: ./build/orchestrator/wiring/pipeline-models.js





















const createPipelineModels = (parts, neighbours) => {
    const { artefacts, auth, cluster, deltas, deployments, environments, sets, values, valueSetVersions } = neighbours;
    const { transport, allowHttp = [], githubApiUrl } = neighbours.outgoing;
    const records = createRunRecords(parts);
    const mayDeploy = (caller, place) => {
        const { type } = environments.record(place.orgId, place.appId, place.envId);
        neighbours.mayDeploy(caller, { ...place, envType: type });
    };
    const sees = (caller, orgId, appId) => auth.allows(caller, 'app:viewer', orgId, appId);
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
                throw (0,errors/* forbidden */.o0)(`${caller.name} cannot give runs the role 'deployer' on environment type '${envType}': who gives it must hold it.`);
            }
        },
        createDefaultCriteria: (place) => void criteria.create(place, { trigger: 'deployment_request' }),
        hasCriteria: criteria.has,
        hasActiveRuns: (place) => runs.hasActive(place),
        forgetPipeline: (place) => {
            runs.forgetPipeline(place);
            criteria.forgetPipeline(place);
            batches.forgetPipeline(place);
        },
    });
    const approvals = createApprovals(parts, {
        mayDeploy,
        decided: (approval, caller) => engine.approvalDecided(approval, caller),
    });
    const outbox = (0,outbox_outbox/* createOutbox */.g)(parts, {
        transport,
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
        appValues: values.disclose,
        secretTexts: values.secretTexts,
        user: (id) => readAutomationIdentity(id) ?? auth.user(id),
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
            hasValues: (envId, id) => valueSetVersions.has({ orgId, appId, envId }, id),
            baseSet: (envId) => baseSet({ orgId, appId, envId }),
        }),
        check: engine.check,
        submit: engine.submit,
        begin: engine.begin,
        cancel: engine.cancel,
        abandon: engine.abandon,
        forgetApprovals: ({ orgId, appId, runId }) => approvals.forgetRun(orgId, appId, runId),
    });
    const batches = createBatches(parts, {
        listeners: pipelines.listeners,
        listener: pipelines.listener,
        submit: engine.submit,
    });
    return {
        pipelines,
        criteria,
        runs,
        approvals,
        batches,
        engine,
        outbox,
        routes: [
            ...pipelineRoutes(pipelines),
            ...batchRoutes(batches),
            ...criteriaRoutes(criteria),
            ...runRoutes(runs),
            ...approvalRoutes(approvals),
            ...deploymentRoutes(deployments, createDirectDeployments(deployments, runs)),
        ],
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/keys/public-key.js


const minimalBits = 4096;
const onePublicKey = /^-----BEGIN PUBLIC KEY-----\s[A-Za-z0-9+/=\s]+-----END PUBLIC KEY-----$/;
const public_key_parse = (name, pem) => {
    try {
        return (0,external_node_crypto_.createPublicKey)(pem);
    }
    catch {
        throw (0,errors/* badRequest */.li)(`${name} has the form of a public key, but cannot be read as one: it may be cut off or altered.`);
    }
};
const readPublicKey = (name, text) => {
    const pem = text.replaceAll('\\n', '\n');
    if (pem.includes('PRIVATE KEY')) {
        throw (0,errors/* badRequest */.li)(`${name} holds a private key, which nobody else should see: send the public one, as 'openssl rsa -in key.pem -pubout' prints it.`);
    }
    if (!onePublicKey.test(pem.trim())) {
        throw (0,errors/* badRequest */.li)(`${name} must be one PEM text from '-----BEGIN PUBLIC KEY-----' to '-----END PUBLIC KEY-----', as 'openssl rsa -in key.pem -pubout' prints it.`);
    }
    const key = public_key_parse(name, pem);
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
    if (key.asymmetricKeyType !== 'rsa' || bits < minimalBits) {
        const found = key.asymmetricKeyType === 'rsa' ? `one of ${bits} bits` : `of type ${key.asymmetricKeyType}`;
        throw (0,errors/* badRequest */.li)(`${name} must be an RSA key of at least ${minimalBits} bits, not ${found}: 'openssl genrsa ${minimalBits}' makes one.`);
    }
    const der = key.export({ type: 'spki', format: 'der' });
    return { pem, fingerprint: (0,external_node_crypto_.createHash)('sha256').update(der).digest('hex') };
};
const expiryOf = (created) => {
    const expiry = new Date(created);
    expiry.setUTCFullYear(expiry.getUTCFullYear() + 2);
    return expiry.toISOString();
};

;// CONCATENATED MODULE: ./build/orchestrator/agents/model.js


const createAgents = ({ store, scheduler }) => {
    const agents = store.table('agents');
    const keys = store.table('agent-keys');
    const require = (orgId, id) => {
        const found = agents.get(orgId, id);
        if (!found)
            throw (0,errors/* notFound */.mX)('Agent', id, `organization '${orgId}'`);
        return found;
    };
    const keysOf = (orgId, id) => keys
        .list(orgId)
        .filter(({ agentId }) => agentId === id)
        .map(({ key }) => key);
    const readFreeKey = (orgId, pem) => {
        const checked = readPublicKey('public_key', pem);
        const owner = keys.get(orgId, checked.fingerprint);
        if (owner)
            throw (0,errors/* conflict */.hj)(`public_key is a key of agent '${owner.agentId}' already: every agent has its own.`);
        return checked;
    };
    const insertKey = (orgId, agentId, { pem, fingerprint }, caller) => {
        const created = scheduler.timestamp();
        const key = {
            fingerprint,
            public_key: pem,
            created_at: created,
            created_by: caller.id,
            expired_at: expiryOf(created),
            is_authorized: true,
        };
        keys.insert(orgId, fingerprint, { agentId, key });
        return key;
    };
    return {
        list: (orgId, { fingerprint }) => {
            const all = agents.list(orgId);
            if (fingerprint === undefined)
                return all;
            const owner = keys.get(orgId, fingerprint)?.agentId;
            return all.filter(({ id }) => id === owner);
        },
        create: (orgId, { id, public_key, description = '' }, caller) => {
            if (agents.get(orgId, id))
                throw (0,errors/* conflict */.hj)(`Agent '${id}' exists already in organization '${orgId}'.`);
            const key = readFreeKey(orgId, public_key);
            const agent = { id, description, created_at: scheduler.timestamp(), created_by: caller.id };
            agents.insert(orgId, id, agent);
            insertKey(orgId, id, key, caller);
            return agent;
        },
        describe: (orgId, id, description) => {
            const agent = { ...require(orgId, id), description };
            agents.update(orgId, id, agent);
            return agent;
        },
        delete: (orgId, id) => {
            require(orgId, id);
            for (const { fingerprint } of keysOf(orgId, id))
                keys.delete(orgId, fingerprint);
            agents.delete(orgId, id);
        },
        keys: (orgId, id) => {
            require(orgId, id);
            return keysOf(orgId, id);
        },
        addKey: (orgId, id, pem, caller) => {
            require(orgId, id);
            return insertKey(orgId, id, readFreeKey(orgId, pem), caller);
        },
        deleteKey: (orgId, id, fingerprint) => {
            require(orgId, id);
            if (keys.get(orgId, fingerprint)?.agentId !== id)
                throw (0,errors/* notFound */.mX)('Key', fingerprint, `agent '${id}'`);
            keys.delete(orgId, fingerprint);
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/agents/routes.js

const agentRoutes = (agents) => [
    route('get', '/orgs/{orgId}/agents', 'org:member', ({ path, query }) => ({
        status: 200,
        body: agents.list(path.orgId, query),
    })),
    route('post', '/orgs/{orgId}/agents', 'org:administrator', ({ path, body, caller }) => ({
        status: 200,
        body: agents.create(path.orgId, body, caller),
    })),
    route('patch', '/orgs/{orgId}/agents/{agentId}', 'org:administrator', ({ path, body }) => ({
        status: 200,
        body: agents.describe(path.orgId, path.agentId, body.description),
    })),
    route('delete', '/orgs/{orgId}/agents/{agentId}', 'org:administrator', ({ path }) => {
        agents.delete(path.orgId, path.agentId);
        return { status: 204 };
    }),
    route('get', '/orgs/{orgId}/agents/{agentId}/keys', 'org:member', ({ path }) => ({
        status: 200,
        body: agents.keys(path.orgId, path.agentId),
    })),
    route('post', '/orgs/{orgId}/agents/{agentId}/keys', 'org:administrator', ({ path, body, caller }) => ({
        status: 200,
        body: agents.addKey(path.orgId, path.agentId, body.public_key, caller),
    })),
    route('delete', '/orgs/{orgId}/agents/{agentId}/keys/{fingerprint}', 'org:administrator', ({ path }) => {
        agents.deleteKey(path.orgId, path.agentId, path.fingerprint);
        return { status: 204 };
    }),
];

;// CONCATENATED MODULE: ./build/orchestrator/images/model.js



const source = 'api';
const heads = 'refs/heads/';
const gitTags = 'refs/tags/';
const after = (prefix, ref) => (ref.startsWith(prefix) ? ref.slice(prefix.length) : undefined);
const model_refOf = ({ branch = '', tags = [] }) => {
    if (branch.startsWith('refs/'))
        return branch;
    if (branch !== '')
        return `${heads}${branch}`;
    return tags[0] ? `${gitTags}${tags[0]}` : '';
};
const toRecord = ({ id: versionId, name, ref }) => {
    const tag = after(gitTags, ref);
    return { imageId: name, versionId, name, branch: after(heads, ref) ?? '', tags: tag === undefined ? [] : [tag] };
};
const toBuild = (version, { branch, tags }) => ({
    image: imageOf(version) ?? version.name,
    commit: version.commit,
    branch,
    tags,
    added_at: version.created_at ?? '',
});
const imagePattern = /^((?:[\w.-]+(?::\d+)?\/)?[\w.-]+(?:\/[\w.-]+)*)(?::([\w.-]+))?(?:@(\w+:[0-9a-f]+))?$/;
const readImage = ({ image = '', tags = [] }) => {
    const [, name, version = tags[0] ?? '', digest = ''] = imagePattern.exec(image) ?? [];
    if (name === undefined || (version === '' && digest === '')) {
        throw (0,errors/* badRequest */.li)(`image must be an image with its registry and tag, such as 'ghcr.io/acme/web:1.2', not '${image}'.`);
    }
    return { name, version, digest };
};
const checkCommit = (commit) => {
    if (commit !== '' && !(0,identifiers/* isCommit */.WM)(commit)) {
        throw (0,errors/* badRequest */.li)(`commit must be 5 to 40 lower-case hexadecimal digits, not '${commit}'.`);
    }
};
const toImages = (versions, toldOf) => {
    const images = new Map();
    for (const version of versions) {
        const told = toldOf(version.id);
        for (const record of told.length > 0 ? told : [toRecord(version)]) {
            const id = record.imageId;
            const build = toBuild(version, record);
            const image = images.get(id);
            if (image)
                image.builds.push(build);
            else
                images.set(id, { id, source, added_at: build.added_at, builds: [build] });
        }
    }
    return images;
};
const createImages = ({ store }, artefacts) => {
    const records = store.table('image-builds');
    const artefactNames = store.table('image-artefacts');
    const scopeOf = (orgId, part) => `${orgId}/${part}`;
    const containers = (orgId, names) => artefacts
        .versions(orgId, { type: 'container', ...(names ? { names } : {}) })
        .filter((version) => version.type === 'container')
        .toReversed();
    return {
        list: (orgId) => {
            const told = Map.groupBy(records.scan({ scope: orgId, within: true }), ({ value }) => value.versionId);
            const toldOf = (versionId) => (told.get(versionId) ?? []).map(({ value }) => value);
            return [...toImages(containers(orgId), toldOf).values()];
        },
        get: (orgId, id) => {
            const names = new Set([id, ...artefactNames.list(scopeOf(orgId, id))]);
            const images = toImages(containers(orgId, [...names]), (versionId) => records.list(scopeOf(orgId, versionId)));
            const found = images.get(id);
            if (!found)
                throw (0,errors/* notFound */.mX)('Image', id, `organization '${orgId}'`);
            return found;
        },
        addBuild: (orgId, imageId, build, caller) => {
            const { branch = '', commit = '', tags = [] } = build;
            if (/\s/.test(imageId))
                throw (0,errors/* badRequest */.li)(`path parameter 'imageId' must have no blanks in it, not '${imageId}'`);
            checkCommit(commit);
            const request = { type: 'container', ...readImage(build), ref: model_refOf(build), commit };
            const { id: versionId, name } = artefacts.register(orgId, request, {}, caller);
            const scope = scopeOf(orgId, versionId);
            records.delete(scope, imageId);
            records.insert(scope, imageId, { imageId, versionId, name, branch: after(heads, branch) ?? branch, tags });
            const names = scopeOf(orgId, imageId);
            if (artefactNames.get(names, name) === undefined)
                artefactNames.insert(names, name, name);
        },
        forgetVersion: (orgId, versionId) => {
            const scope = scopeOf(orgId, versionId);
            for (const { imageId, name } of records.list(scope))
                artefactNames.delete(scopeOf(orgId, imageId), name);
            records.deleteAll(scope);
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/images/routes.js

const imageRoutes = (images) => [
    route('get', '/orgs/{orgId}/images', 'org:member', ({ path }) => ({ status: 200, body: images.list(path.orgId) })),
    route('get', '/orgs/{orgId}/images/{imageId}', 'org:member', ({ path }) => ({
        status: 200,
        body: images.get(path.orgId, path.imageId),
    })),
    route('get', '/orgs/{orgId}/images/{imageId}/builds', 'org:member', ({ path }) => ({
        status: 200,
        body: images.get(path.orgId, path.imageId).builds,
    })),
    route('post', '/orgs/{orgId}/images/{imageId}/builds', 'org:artefactContributor', ({ path, body, caller }) => {
        images.addBuild(path.orgId, path.imageId, body, caller);
        return { status: 204 };
    }),
];

;// CONCATENATED MODULE: ./build/orchestrator/keys/humanitec-keys.js
const humanitecKeys = [
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
];

;// CONCATENATED MODULE: ./build/orchestrator/keys/model.js



const createPublicKeys = ({ store, scheduler, random }) => {
    const keys = store.table('public-keys');
    const get = (orgId, id) => {
        const found = keys.get(orgId, id);
        if (!found)
            throw (0,errors/* notFound */.mX)('Key', id, `organization '${orgId}'`);
        return found;
    };
    return {
        list: (orgId, { fingerprint = '' }) => {
            const all = keys.list(orgId, 'newest-first');
            if (fingerprint === '')
                return all;
            if (!/^[0-9a-f]{64}$/.test(fingerprint)) {
                throw (0,errors/* badRequest */.li)("query parameter 'fingerprint' must be a SHA-256 in 64 lower-case hexadecimal digits");
            }
            return all.filter((key) => key.fingerprint === fingerprint);
        },
        get,
        create: (orgId, text, caller) => {
            const { pem, fingerprint } = readPublicKey('body', text);
            const same = keys.list(orgId).find((key) => key.fingerprint === fingerprint);
            if (same)
                throw (0,errors/* conflict */.hj)(`Organization '${orgId}' has this key already, as '${same.id}'.`);
            const created = scheduler.timestamp();
            const key = {
                id: random.uuid(),
                key: pem,
                fingerprint,
                created_at: created,
                created_by: caller.id,
                expired_at: expiryOf(created),
            };
            keys.insert(orgId, key.id, key);
            return key;
        },
        delete: (orgId, id) => {
            get(orgId, id);
            keys.delete(orgId, id);
        },
        ofHumanitec: ({ active }) => humanitecKeys.filter((key) => active === undefined || key.active === active),
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/keys/routes.js

const keyRoutes = (keys) => [
    route('get', '/orgs/{orgId}/keys', 'org:member', ({ path, query }) => ({
        status: 200,
        body: keys.list(path.orgId, query),
    })),
    route('post', '/orgs/{orgId}/keys', 'org:administrator', ({ path, body, caller }) => ({
        status: 200,
        body: keys.create(path.orgId, body, caller),
    })),
    route('get', '/orgs/{orgId}/keys/{keyId}', 'org:member', ({ path }) => ({
        status: 200,
        body: keys.get(path.orgId, path.keyId),
    })),
    route('delete', '/orgs/{orgId}/keys/{keyId}', 'org:administrator', ({ path }) => {
        keys.delete(path.orgId, path.keyId);
        return { status: 204 };
    }),
    route('get', '/orgs/{orgId}/humanitec-keys', 'org:member', ({ query }) => ({
        status: 200,
        body: keys.ofHumanitec(query),
    })),
];

;// CONCATENATED MODULE: ./build/orchestrator/registries/credentials.js

const hour = 3_600_000;
const issuers = new Map([
    ['amazon_ecr', { username: 'AWS', lifetime: 12 * hour }],
    ['google_gcr', { username: 'oauth2accesstoken', lifetime: hour }],
    ['built-in', { username: 'humanitec', lifetime: hour }],
]);
const issueCredentials = (kind, registry, now) => {
    const issuer = issuers.get(kind);
    if (!issuer)
        return undefined;
    const expires = new Date(now + issuer.lifetime).toISOString();
    const password = (0,external_node_crypto_.createHash)('sha256').update(`${registry} until ${expires}`).digest('hex');
    return { username: issuer.username, password, expires };
};

;// CONCATENATED MODULE: ./build/orchestrator/registries/model.js


const builtInId = 'humanitec';
const model_builtIn = {
    registry: {
        id: builtInId,
        registry: 'registry.humanitec.io',
        type: 'basic',
        enable_ci: true,
        created_at: '2020-01-01T00:00:00.000Z',
        created_by: builtInId,
    },
};
const registryName = /^[A-Za-z0-9.-]+(?::\d+)?(?:\/[^\s/]+)*$/;
const checkComplete = ({ registry: { type, registry, secrets = {} }, creds }) => {
    if (!registryName.test(registry)) {
        throw (0,errors/* badRequest */.li)("registry must be a domain, or a domain and a project, such as 'ghcr.io/acme': no 'https://', and no slash at the end.");
    }
    if (type === 'secret_ref' && Object.keys(secrets).length === 0) {
        throw (0,errors/* badRequest */.li)(`secrets must name a secret for at least one cluster, or for '*', when type is 'secret_ref'.`);
    }
    if (type === 'public' || type === 'secret_ref')
        return;
    if (!creds?.username || !creds.password) {
        throw (0,errors/* badRequest */.li)(`creds must have a username and a password that are not empty when type is '${type}'.`);
    }
};
const checkChangeable = (id, what) => {
    if (id === builtInId)
        throw (0,errors/* forbidden */.o0)(`Registry '${id}' is built in and cannot be ${what}.`);
};
const fieldsOf = ({ registry, type, secrets }) => ({
    registry,
    type,
    ...(secrets ? { secrets } : {}),
});
const createRegistries = ({ store, scheduler }, { isAdministrator }) => {
    const records = store.table('registries');
    const all = (orgId) => [model_builtIn, ...records.list(orgId)];
    const require = (orgId, id) => {
        const found = id === builtInId ? model_builtIn : records.get(orgId, id);
        if (!found)
            throw (0,errors/* notFound */.mX)('Registry', id, `organization '${orgId}'`);
        return found;
    };
    const checkName = (orgId, { id, registry: name }) => {
        const wanted = name.toLowerCase();
        const other = all(orgId).find(({ registry }) => registry.id !== id && registry.registry.toLowerCase() === wanted);
        if (other)
            throw (0,errors/* conflict */.hj)(`Registry '${other.registry.id}' stands for '${name}' already.`);
    };
    return {
        list: (orgId) => all(orgId).map(({ registry }) => registry),
        get: (orgId, id) => require(orgId, id).registry,
        create: (orgId, request, caller) => {
            const { id, creds, enable_ci = false } = request;
            const made = { created_at: scheduler.timestamp(), created_by: caller.id };
            const record = {
                registry: { id, ...fieldsOf(request), enable_ci, ...made },
                ...(creds ? { creds } : {}),
            };
            checkComplete(record);
            if (all(orgId).some(({ registry }) => registry.id === id)) {
                throw (0,errors/* conflict */.hj)(`Registry '${id}' exists already in organization '${orgId}'.`);
            }
            checkName(orgId, record.registry);
            records.insert(orgId, id, record);
            return record.registry;
        },
        update: (orgId, id, request) => {
            checkChangeable(id, 'changed');
            const { registry, creds: known } = require(orgId, id);
            if (request.id !== id)
                throw (0,errors/* badRequest */.li)(`id must be '${id}', as in the path: the id of a registry stays.`);
            const creds = request.creds ?? (request.type === registry.type ? known : undefined);
            const record = {
                registry: { ...registry, ...fieldsOf(request), enable_ci: request.enable_ci ?? registry.enable_ci },
                ...(creds ? { creds } : {}),
            };
            checkComplete(record);
            checkName(orgId, record.registry);
            records.update(orgId, id, record);
            return record.registry;
        },
        delete: (orgId, id) => {
            checkChangeable(id, 'deleted');
            require(orgId, id);
            records.delete(orgId, id);
        },
        creds: (orgId, id, caller) => {
            const { registry, creds } = require(orgId, id);
            if (!registry.enable_ci && !isAdministrator(caller, orgId)) {
                throw (0,errors/* forbidden */.o0)(`Registry '${id}' gives its credentials to administrators only: let builds have them by setting enable_ci.`);
            }
            const { secrets } = registry;
            const kind = id === builtInId ? 'built-in' : registry.type;
            const issued = issueCredentials(kind, `${orgId}/${id}`, scheduler.now()) ?? creds;
            return { registry: registry.registry, ...issued, ...(secrets ? { secrets } : {}) };
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/registries/routes.js

const registryRoutes = (registries) => [
    route('get', '/orgs/{orgId}/registries', 'org:member', ({ path }) => ({
        status: 200,
        body: registries.list(path.orgId),
    })),
    route('post', '/orgs/{orgId}/registries', 'org:administrator', ({ path, body, caller }) => ({
        status: 201,
        body: registries.create(path.orgId, body, caller),
    })),
    route('get', '/orgs/{orgId}/registries/{regId}', 'org:member', ({ path }) => ({
        status: 200,
        body: registries.get(path.orgId, path.regId),
    })),
    route('patch', '/orgs/{orgId}/registries/{regId}', 'org:administrator', ({ path, body }) => ({
        status: 200,
        body: registries.update(path.orgId, path.regId, body),
    })),
    route('delete', '/orgs/{orgId}/registries/{regId}', 'org:administrator', ({ path }) => {
        registries.delete(path.orgId, path.regId);
        return { status: 204 };
    }),
    route('get', '/orgs/{orgId}/registries/{regId}/creds', 'org:artefactContributor', ({ path, caller }) => ({
        status: 200,
        body: registries.creds(path.orgId, path.regId, caller),
    })),
];

;// CONCATENATED MODULE: ./build/orchestrator/use.js
const naming = (by) => ({ by, remedy: 'change or delete that first' });
const inUse = (what, { by, remedy }) => `${what} is in use by ${by}: ${remedy}.`;

;// CONCATENATED MODULE: ./build/orchestrator/secret-stores/model.js


const publicFields = {
    awssm: ['endpoint', 'region'],
    azurekv: ['tenant_id', 'url'],
    gcpsm: ['project_id'],
    vault: ['agent_id', 'path', 'url'],
};
const model_kinds = Object.keys(publicFields);
const kindsIn = (request) => model_kinds.filter((kind) => request[kind] !== undefined);
const withoutCredentials = (kind, request) => Object.fromEntries(Object.entries(request[kind] ?? {}).filter(([field]) => publicFields[kind].includes(field)));
const model_builtInId = 'humanitec';
const secret_stores_model_builtIn = {
    id: model_builtInId,
    humanitec: {},
    created_at: '2020-01-01T00:00:00.000Z',
    created_by: model_builtInId,
    updated_at: '2020-01-01T00:00:00.000Z',
    updated_by: model_builtInId,
};
const checkCreation = (request) => {
    const [kind, ...others] = kindsIn(request);
    if (kind !== undefined && others.length === 0)
        return kind;
    const found = kind === undefined ? 'has none of them' : `has ${[kind, ...others].join(' and ')}`;
    throw (0,errors/* badRequest */.li)(`A secret store is described by exactly one of ${model_kinds.join(', ')}; the request ${found}.`);
};
const createSecretStores = ({ store, scheduler }, { usesOf }) => {
    const records = store.table('secret-stores');
    const primaries = store.table('primary-secret-store');
    const primaryId = (orgId) => primaries.get(orgId, 'primary')?.storeId ?? model_builtInId;
    const find = (orgId, id) => (id === model_builtInId ? secret_stores_model_builtIn : records.get(orgId, id));
    const complete = (orgId, record) => ({
        ...record,
        primary: record.id === primaryId(orgId),
    });
    const require = (orgId, id) => {
        const found = find(orgId, id);
        if (!found)
            throw (0,errors/* notFound */.mX)('Secret store', id, `organization '${orgId}'`);
        return found;
    };
    const makePrimary = (orgId, storeId) => {
        primaries.delete(orgId, 'primary');
        primaries.insert(orgId, 'primary', { storeId });
    };
    const checkUpdate = (orgId, { id, ...record }, request) => {
        const foreign = kindsIn(request).find((kind) => record[kind] === undefined);
        if (foreign)
            throw (0,errors/* badRequest */.li)(`${foreign} does not fit: what kind of store '${id}' is cannot be changed.`);
        if (request.primary === false && id === primaryId(orgId)) {
            throw (0,errors/* badRequest */.li)(`primary of '${id}' cannot be taken away: make another secret store the primary instead.`);
        }
    };
    return {
        list: (orgId) => [secret_stores_model_builtIn, ...records.list(orgId)].map((record) => complete(orgId, record)),
        get: (orgId, id) => complete(orgId, require(orgId, id)),
        exists: (orgId, id) => find(orgId, id) !== undefined,
        primary: (orgId) => complete(orgId, require(orgId, primaryId(orgId))),
        create: (orgId, request, caller) => {
            const { id, primary } = request;
            const kind = checkCreation(request);
            if (find(orgId, id))
                throw (0,errors/* conflict */.hj)(`Secret store '${id}' exists already in organization '${orgId}'.`);
            const now = scheduler.timestamp();
            const record = {
                id,
                [kind]: withoutCredentials(kind, request),
                created_at: now,
                created_by: caller.id,
                updated_at: now,
                updated_by: caller.id,
            };
            records.insert(orgId, id, record);
            if (primary)
                makePrimary(orgId, id);
            return complete(orgId, record);
        },
        update: (orgId, id, request, caller) => {
            const record = require(orgId, id);
            checkUpdate(orgId, record, request);
            if (request.primary)
                makePrimary(orgId, id);
            if (id === model_builtInId)
                return complete(orgId, record);
            const [kind] = kindsIn(request);
            const changed = {
                ...record,
                ...(kind ? { [kind]: { ...record[kind], ...withoutCredentials(kind, request) } } : {}),
                updated_at: scheduler.timestamp(),
                updated_by: caller.id,
            };
            records.update(orgId, id, changed);
            return complete(orgId, changed);
        },
        delete: (orgId, id) => {
            if (id === model_builtInId)
                throw (0,errors/* forbidden */.o0)(`Secret store '${id}' is built in and cannot be deleted.`);
            require(orgId, id);
            if (id === primaryId(orgId)) {
                throw (0,errors/* forbidden */.o0)(`Secret store '${id}' is the primary: make another one the primary, then delete it.`);
            }
            const [use] = usesOf(orgId, id);
            if (use)
                throw (0,errors/* conflict */.hj)(inUse(`Secret store '${id}'`, use));
            records.delete(orgId, id);
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/secret-stores/routes.js

const secretStoreRoutes = (stores) => [
    route('get', '/orgs/{orgId}/secretstores', 'org:member', ({ path }) => ({
        status: 200,
        body: stores.list(path.orgId),
    })),
    route('post', '/orgs/{orgId}/secretstores', 'org:administrator', ({ path, body, caller }) => ({
        status: 201,
        body: stores.create(path.orgId, body, caller),
    })),
    route('get', '/orgs/{orgId}/secretstores/{storeId}', 'org:member', ({ path }) => ({
        status: 200,
        body: stores.get(path.orgId, path.storeId),
    })),
    route('patch', '/orgs/{orgId}/secretstores/{storeId}', 'org:administrator', ({ path, body, caller }) => ({
        status: 200,
        body: stores.update(path.orgId, path.storeId, body, caller),
    })),
    route('delete', '/orgs/{orgId}/secretstores/{storeId}', 'org:administrator', ({ path }) => {
        stores.delete(path.orgId, path.storeId);
        return { status: 204 };
    }),
];

;// CONCATENATED MODULE: ./build/orchestrator/wiring/platform-models.js










const createPlatformModels = (parts, { artefacts, auth, secretsIn }) => {
    const agents = createAgents(parts);
    const publicKeys = createPublicKeys(parts);
    const registries = createRegistries(parts, {
        isAdministrator: (caller, orgId) => auth.allows(caller, 'org:administrator', orgId),
    });
    const images = createImages(parts, artefacts);
    const secretStores = createSecretStores(parts, { usesOf: secretsIn });
    return {
        agents,
        images,
        publicKeys,
        registries,
        secretStores,
        routes: [
            ...agentRoutes(agents),
            ...imageRoutes(images),
            ...keyRoutes(publicKeys),
            ...registryRoutes(registries),
            ...secretStoreRoutes(secretStores),
        ],
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/matching-criteria/match.js
const fields = [
    ['res_id', 'resId'],
    ['env_id', 'envId'],
    ['app_id', 'appId'],
    ['env_type', 'envType'],
];
const match_fits = (rule, context) => (context.class ?? rule.class) === rule.class &&
    fields.every(([field, key]) => (rule[field] ?? context[key]) === (context[key] ?? rule[field]));
const match_specificity = (rule) => fields.reduce((sum, [field], index) => sum + (rule[field] === undefined ? 0 : 2 ** (fields.length - 1 - index)), 0);
const isSameRule = (one, other) => one.class === other.class && fields.every(([field]) => one[field] === other[field]);
const bestMatch = (rules, context) => {
    let best;
    for (const rule of rules) {
        if (match_fits(rule, context) && (!best || match_specificity(rule) > match_specificity(best)))
            best = rule;
    }
    return best;
};

;// CONCATENATED MODULE: ./build/orchestrator/matching-criteria/model.js


const ruleFields = ['app_id', 'env_id', 'env_type', 'res_id'];
const model_normalised = (request) => {
    const rule = { class: request.class ?? 'default' };
    for (const field of ruleFields)
        if (request[field])
            rule[field] = request[field];
    return rule;
};
const model_describe = (rule) => [...ruleFields, 'class']
    .flatMap((field) => (rule[field] === undefined ? [] : `${field} ${rule[field]}`))
    .join(', ');
const contextOf = (claim) => ({
    type: claim.type,
    class: claim.class,
    appId: claim.app_id,
    envId: claim.env_id,
    envType: claim.env_type,
    resId: claim.res_id,
});
const createMatchingCriteria = ({ store, random }, neighbours) => {
    const table = store.table('matching-criteria');
    const scopeOf = ({ orgId, type }) => `${orgId} ${type}`;
    const toResponse = ({ def_id: _defId, ...criteria }) => criteria;
    const recordsOf = (target) => table.list(scopeOf(target)).filter(({ def_id }) => def_id === target.defId);
    const checkNew = (type, rules, existing) => {
        for (const [index, rule] of rules.entries()) {
            const same = existing.find((each) => isSameRule(each, rule));
            const where = same ? `definition '${same.def_id}' has` : 'this request has';
            if (same || rules.slice(0, index).some((each) => isSameRule(each, rule))) {
                throw (0,errors/* conflict */.hj)(`For type '${type}' ${where} the same criteria already (${model_describe(rule)}).`);
            }
        }
    };
    const insert = (target, rule, id = random.uuid()) => {
        const record = { ...rule, id, def_id: target.defId };
        table.insert(scopeOf(target), id, record);
        return toResponse(record);
    };
    const deleteAll = (target) => {
        for (const { id } of recordsOf(target))
            table.delete(scopeOf(target), id);
    };
    const match = (orgId, context, without = {}) => {
        const candidates = table
            .list(scopeOf({ orgId, type: context.type }))
            .filter(({ id, def_id }) => id !== without.criteriaId && def_id !== without.defId);
        const best = bestMatch(candidates, context);
        if (best)
            return { defId: best.def_id, criteriaId: best.id };
        const defId = neighbours.builtIn(context.type);
        return defId === undefined ? undefined : { defId };
    };
    const changes = (claims, without) => [...claims].flatMap((claim) => {
        const to = match(claim.org_id, contextOf(claim), without)?.defId ?? '';
        const { app_id, env_id, res_id, def_id } = claim;
        return to === def_id ? [] : [{ app_id, env_id, res_id, from_def: def_id, to_def: to }];
    });
    return {
        match,
        changes,
        deleteAll,
        of: (target) => recordsOf(target).map(toResponse),
        reader: (orgId) => {
            const types = new Map();
            return ({ type, defId }) => {
                let ofType = types.get(type);
                if (!ofType) {
                    ofType = Map.groupBy(table.list(scopeOf({ orgId, type })), ({ def_id }) => def_id);
                    types.set(type, ofType);
                }
                return (ofType.get(defId) ?? []).map(toResponse);
            };
        },
        check: (target, requests) => checkNew(target.type, requests.map(model_normalised), table.list(scopeOf(target))),
        create: (target, request) => {
            const rule = model_normalised(request);
            checkNew(target.type, [rule], table.list(scopeOf(target)));
            return insert(target, rule);
        },
        replace: (target, requests) => {
            const rules = requests.map(model_normalised);
            const others = table.list(scopeOf(target)).filter(({ def_id }) => def_id !== target.defId);
            checkNew(target.type, rules, others);
            const before = recordsOf(target);
            deleteAll(target);
            return rules.map((rule) => insert(target, rule, before.find((each) => isSameRule(each, rule))?.id));
        },
        delete: (target, id, force) => {
            const record = table.get(scopeOf(target), id);
            if (record?.def_id !== target.defId)
                throw (0,errors/* notFound */.mX)('Criteria', id, `resource definition '${target.defId}'`);
            const chosen = [...neighbours.claims(target.orgId)].filter(({ criteria_id }) => criteria_id === id);
            const affected = force ? [] : changes(chosen, { criteriaId: id });
            if (affected.length > 0) {
                throw new errors/* HttpError */.j$(409, `Criteria '${id}' are in use.`, { body: affected });
            }
            table.delete(scopeOf(target), id);
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/matching-criteria/routes.js

const matchingCriteriaRoutes = (criteria, definitions) => [
    route('put', '/orgs/{orgId}/resources/defs/{defId}/criteria', 'org:administrator', ({ path, body }) => ({
        status: 200,
        body: criteria.replace(definitions.changeable(path.orgId, path.defId), body),
    })),
    route('post', '/orgs/{orgId}/resources/defs/{defId}/criteria', 'org:administrator', ({ path, body }) => ({
        status: 200,
        body: criteria.create(definitions.changeable(path.orgId, path.defId), body),
    })),
    route('delete', '/orgs/{orgId}/resources/defs/{defId}/criteria/{criteriaId}', 'org:administrator', ({ path, query }) => {
        criteria.delete(definitions.changeable(path.orgId, path.defId), path.criteriaId, query.force === true);
        return { status: 204 };
    }),
];

;// CONCATENATED MODULE: ./build/orchestrator/resource-accounts/account-types.js
const table = [
    [
        'aws',
        'Amazon Web Services, by access key',
        { aws_access_key_id: 'The id of the key.', aws_secret_access_key: 'The secret of the key.' },
    ],
    [
        'aws-role',
        'Amazon Web Services, by IAM role',
        { aws_role: 'The Amazon Resource Name of the role.', external_id: 'What the role wants to hear.' },
        { sts_region: 'Where to ask for the role.' },
    ],
    [
        'azure',
        'Azure, by service principal',
        { appId: 'The service principal.', password: 'Its password.', tenant: 'Its tenant.' },
    ],
    [
        'azure-identity',
        'Azure, by managed identity',
        { azure_identity_tenant_id: 'The tenant.', azure_identity_client_id: 'The identity.' },
    ],
    ['gcp', 'Google Cloud, by service account key', {}, { client_email: 'Whose key it is.', private_key: 'The key.' }],
    [
        'gcp-identity',
        'Google Cloud, by workload identity',
        { gcp_service_account: 'The service account.', gcp_audience: 'The workload identity provider.' },
    ],
    ['gcp-service-account', 'Google Cloud, by name and password', { username: 'Who.', password: 'The password.' }],
];
const account_types_toSchema = (required, optional = {}) => ({
    type: 'object',
    properties: Object.fromEntries(Object.entries({ ...required, ...optional }).map(([name, description]) => [name, { type: 'string', description }])),
    required: Object.keys(required),
});
const requiredCredentials = new Map(table.map(([type, , required]) => [type, Object.keys(required)]));
const accountTypes = table.map(([type, name, required, optional]) => ({
    type,
    name,
    inputs_schema: account_types_toSchema(required, optional),
}));

;// CONCATENATED MODULE: ./build/orchestrator/resource-accounts/model.js



const isAccountType = (type) => requiredCredentials.has(type);
const checkCredentials = (type, credentials) => {
    for (const name of requiredCredentials.get(type) ?? []) {
        if (typeof credentials[name] !== 'string') {
            throw (0,errors/* badRequest */.li)(`credentials.${name} must be a text: an account of type '${type}' needs it.`);
        }
    }
};
const refusedOf = (credentials) => Object.keys(credentials).filter((name) => credentials[name] === '' || credentials[name] === 'invalid');
const authenticate = (refused) => {
    if (refused.length === 0)
        return;
    throw (0,errors/* badRequest */.li)(`The credentials do not authenticate: correct ${refused.map((name) => `'${name}'`).join(', ')}.`);
};
const createResourceAccounts = ({ store, scheduler }, { used, usesOf, references }) => {
    const accounts = store.table('resource-accounts');
    const toAccount = (orgId, { refused: _refused, ...account }, usedIds = used(orgId)) => ({
        ...account,
        is_used: usedIds.has(account.id),
    });
    const require = (orgId, id) => {
        const found = accounts.get(orgId, id);
        if (!found)
            throw (0,errors/* notFound */.mX)('Resource account', id, `organization '${orgId}'`);
        return found;
    };
    return {
        list: (orgId) => {
            const usedIds = used(orgId);
            return accounts.list(orgId).map((each) => toAccount(orgId, each, usedIds));
        },
        get: (orgId, id) => toAccount(orgId, require(orgId, id)),
        exists: (orgId, id) => accounts.get(orgId, id) !== undefined,
        create: (orgId, { id, name, type, credentials }, options, caller) => {
            if (!/^[a-z0-9][a-z0-9-]+[a-z0-9]$/.test(id)) {
                throw (0,errors/* badRequest */.li)('id must be at least three lower-case letters, digits or inner hyphens.');
            }
            if (!isAccountType(type)) {
                throw (0,errors/* badRequest */.li)(`type must be one of ${accountTypes.map((each) => each.type).join(', ')}, not '${type}'.`);
            }
            checkCredentials(type, credentials);
            const refused = refusedOf(credentials);
            if (options.check_credential === true)
                authenticate(refused);
            if (accounts.get(orgId, id)) {
                throw (0,errors/* conflict */.hj)(`Resource account '${id}' exists already in organization '${orgId}'.`);
            }
            if (options.dry_run === true)
                return undefined;
            const made = { id, name, type, created_at: scheduler.timestamp(), created_by: caller.id, refused };
            accounts.insert(orgId, id, made);
            return toAccount(orgId, made);
        },
        update: (orgId, id, { name, credentials }, options) => {
            const found = require(orgId, id);
            if (credentials)
                checkCredentials(found.type, credentials);
            const refused = credentials ? refusedOf(credentials) : found.refused;
            if (options.check_credential === true)
                authenticate(refused);
            if (options.dry_run === true)
                return undefined;
            const updated = { ...found, name: name ?? found.name, refused };
            accounts.update(orgId, id, updated);
            return toAccount(orgId, updated);
        },
        delete: (orgId, id) => {
            require(orgId, id);
            const [use] = usesOf(orgId, id);
            if (use) {
                throw (0,errors/* badRequest */.li)(inUse(`Resource account '${id}'`, use), { referencing_resources: references(orgId, id) });
            }
            accounts.delete(orgId, id);
        },
        check: (orgId, id) => {
            const { type, refused } = require(orgId, id);
            authenticate(refused);
            return {
                identity_fields: [
                    { id: 'account', description: 'The resource account', value: id },
                    { id: 'type', description: 'How it authenticates', value: type },
                ],
                warnings: ['This orchestrator asks no cloud whether the credentials work.'],
            };
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/resource-accounts/routes.js


const toAnswer = (account) => account === undefined ? { status: 204 } : { status: 200, body: account };
const resourceAccountRoutes = (accounts) => [
    route('get', '/orgs/{orgId}/resources/account-types', 'org:member', () => ({ status: 200, body: [...accountTypes] })),
    route('get', '/orgs/{orgId}/resources/accounts', 'org:member', ({ path }) => ({
        status: 200,
        body: accounts.list(path.orgId),
    })),
    route('post', '/orgs/{orgId}/resources/accounts', 'org:administrator', ({ path, query, body, caller }) => toAnswer(accounts.create(path.orgId, body, query, caller))),
    route('get', '/orgs/{orgId}/resources/accounts/{accId}', 'org:member', ({ path }) => ({
        status: 200,
        body: accounts.get(path.orgId, path.accId),
    })),
    route('patch', '/orgs/{orgId}/resources/accounts/{accId}', 'org:administrator', ({ path, query, body }) => toAnswer(accounts.update(path.orgId, path.accId, body, query))),
    route('delete', '/orgs/{orgId}/resources/accounts/{accId}', 'org:administrator', ({ path }) => {
        accounts.delete(path.orgId, path.accId);
        return { status: 204 };
    }),
    route('post', '/orgs/{orgId}/resources/accounts/{accId}/actions/check', 'org:administrator', ({ path }) => ({
        status: 200,
        body: accounts.check(path.orgId, path.accId),
    })),
];

;// CONCATENATED MODULE: ./build/orchestrator/resources/stable-ids.js

const stableUuid = (text) => {
    const digits = (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
    return [
        digits.slice(0, 8),
        digits.slice(8, 12),
        `8${digits.slice(13, 16)}`,
        `8${digits.slice(17, 20)}`,
        digits.slice(20, 32),
    ].join('-');
};
const globalResourceId = ({ orgId, appId, envId }, key) => (0,external_node_crypto_.createHash)('sha1').update(`${orgId}/${appId}/${envId} ${key}`).digest('hex');

;// CONCATENATED MODULE: ./build/orchestrator/resource-definitions/built-in.js

const built_in_prefix = 'default-';
const built_in_builtInId = (type) => `${built_in_prefix}${type}`;
const typeOfBuiltIn = (id) => (id.startsWith(built_in_prefix) ? id.slice(built_in_prefix.length) : undefined);
const origin = { created_at: '2020-01-01T00:00:00.000Z', created_by: 'humanitec' };
const builtInDefinition = (orgId, type) => {
    const id = built_in_builtInId(type);
    const versionId = stableUuid(`${orgId} ${id}`);
    return {
        record: { org_id: orgId, id, type, active_version_id: versionId, is_default: true, is_deleted: false, ...origin },
        version: {
            id: versionId,
            org_id: orgId,
            def_id: id,
            type,
            name: `Default ${type}`,
            driver_type: 'humanitec/echo',
            in_place_driver_change: false,
            action: 'created',
            archived: false,
            ...origin,
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/resource-graph/need.js

const defaultClass = 'default';
const keyOf = ({ type, class: resourceClass, id }) => `${type}.${resourceClass}#${id}`;
const need_text = (value) => (typeof value === 'string' && value !== '' ? value : undefined);
const readNeed = (place, declared) => {
    if (!(0,sets_json/* isObject */.Gv)(declared))
        return { id: place, message: `Resource '${place}' is not an object.` };
    const type = need_text((0,sets_json/* ownValue */.eC)(declared, 'type'));
    if (type === undefined)
        return { id: place, message: `Resource '${place}' has no type.` };
    const params = (0,sets_json/* ownValue */.eC)(declared, 'params');
    return {
        type,
        class: need_text((0,sets_json/* ownValue */.eC)(declared, 'class')) ?? defaultClass,
        id: need_text((0,sets_json/* ownValue */.eC)(declared, 'id')) ?? place,
        params: (0,sets_json/* isObject */.Gv)(params) ? params : {},
    };
};
const readNeeds = ({ modules, shared }) => {
    const declared = Object.entries(modules).flatMap(([workload, module]) => {
        const externals = (0,sets_json/* isObject */.Gv)(module) ? (0,sets_json/* ownValue */.eC)(module, 'externals') : undefined;
        return Object.entries((0,sets_json/* isObject */.Gv)(externals) ? externals : {}).map(([name, resource]) => [
            `modules.${workload}.externals.${name}`,
            resource,
        ]);
    });
    for (const [name, resource] of Object.entries(shared))
        declared.push([`shared.${name}`, resource]);
    const needs = [];
    const problems = [];
    for (const [place, resource] of declared) {
        if (resource === null)
            continue;
        const read = readNeed(place, resource);
        if ('message' in read)
            problems.push(read);
        else
            needs.push(read);
    }
    return { needs, problems };
};

;// CONCATENATED MODULE: ./build/orchestrator/resource-graph/references.js


const references_placeholder = /\$\{([^{}]*)\}/g;
const parseName = (text, ownId) => {
    const [, type, resourceClass = defaultClass, id = ownId] = /^([^.#<>\s]+)(?:\.([^.#<>\s]+))?(?:#(\S+))?$/.exec(text) ?? [];
    return type === undefined ? undefined : { type, class: resourceClass, id };
};
const resourceReference = (expression, ownId) => {
    const [, quoted, bare, outputs, property = 'outputs'] = /^resources(?:\[['"](.+)['"]\]|\.(.+?))\.(?:outputs\.(\S+)|(guresid|id|type|class))$/.exec(expression) ?? [];
    const name = parseName(quoted ?? bare ?? '', ownId);
    return name && { kind: 'resource', name, property: property, path: outputs?.split('.') ?? [] };
};
const workloadOf = (id) => /^(modules\.[^.]+)\.externals\./.exec(id)?.[1];
const placeReference = (expression, ownId) => {
    const [, place, own, path] = /^(shared\.[^.\s]+|modules\.[^.\s]+\.externals\.[^.\s]+|(externals\.[^.\s]+))\.(\S+)$/.exec(expression) ?? [];
    if (place === undefined || path === undefined)
        return undefined;
    const workload = workloadOf(ownId);
    if (own !== undefined && workload === undefined)
        return undefined;
    return { kind: 'place', id: own === undefined ? place : `${workload}.${own}`, path: path.split('.') };
};
const parseReference = (expression, ownId) => {
    if (expression.startsWith('context.'))
        return { kind: 'context', path: expression.split('.').slice(1) };
    return expression.startsWith('resources') ? resourceReference(expression, ownId) : placeReference(expression, ownId);
};
const referencesIn = (value, ownId) => {
    if (typeof value === 'string') {
        return [...value.matchAll(references_placeholder)].flatMap(([, expression = '']) => parseReference(expression, ownId) ?? []);
    }
    return typeof value === 'object' && value !== null
        ? Object.values(value).flatMap((child) => referencesIn(child, ownId))
        : [];
};
const resolveText = (text, ownId, resolve) => {
    const valueOf = (expression) => {
        const reference = parseReference(expression, ownId);
        return reference && resolve(reference);
    };
    const whole = /^\$\{([^{}]*)\}$/.exec(text)?.[1];
    if (whole !== undefined)
        return valueOf(whole) ?? text;
    return text.replaceAll(references_placeholder, (found, expression) => {
        const value = valueOf(expression);
        return value === undefined ? found : typeof value === 'string' ? value : JSON.stringify(value);
    });
};
const resolveReferences = (value, ownId, resolve) => {
    if (typeof value === 'string')
        return resolveText(value, ownId, resolve);
    if (Array.isArray(value))
        return value.map((item) => resolveReferences(item, ownId, resolve));
    if (!(0,sets_json/* isObject */.Gv)(value))
        return value;
    const resolved = {};
    for (const [key, child] of Object.entries(value))
        (0,sets_json/* setKey */.qL)(resolved, key, resolveReferences(child, ownId, resolve));
    return resolved;
};
const valueAt = (object, path) => {
    let value = object;
    for (const key of path) {
        if (typeof value !== 'object' || value === null)
            return undefined;
        value = (0,sets_json/* ownValue */.eC)(value, key);
    }
    return value;
};

;// CONCATENATED MODULE: ./build/orchestrator/resource-definitions/inputs.js




const field = 'driver_inputs';
const builtInStore = 'humanitec';
const leafKeys = ['store', 'ref', 'version', 'value'];
const isLeaf = (value) => leafKeys.some((key) => typeof (0,sets_json/* ownValue */.eC)(value, key) === 'string');
const keep = (path, before, place) => {
    const old = valueAt(before.secret_refs ?? {}, path);
    const ref = `${place.prefix}/.${path.join('.')}`;
    const isSame = (0,sets_json/* isObject */.Gv)(old) && old['store'] === place.store && old['ref'] === ref;
    const version = isSame ? Number(old['version']) + 1 : 1;
    return { store: place.store, ref, version: String(version) };
};
const namesStore = (refs, store) => (0,sets_json/* isObject */.Gv)(refs) &&
    (isLeaf(refs) ? refs['store'] === store : Object.values(refs).some((each) => namesStore(each, store)));
const readLeaf = (leaf, path, before, place) => {
    const name = [field, 'secret_refs', ...path].join('.');
    for (const [key, value] of Object.entries(leaf)) {
        const isKnown = leafKeys.some((known) => known === key);
        if (!isKnown)
            throw (0,errors/* badRequest */.li)(`${name} must have ${leafKeys.join(', ')} only, not '${key}'.`);
        if (value !== null && typeof value !== 'string')
            throw (0,errors/* badRequest */.li)(`${name}.${key} must be text.`);
    }
    const { store, ref, version, value } = leaf;
    if (typeof value === 'string') {
        if (store || ref || version)
            throw (0,errors/* badRequest */.li)(`${name} must have either value, or store and ref.`);
        return keep(path, before, place);
    }
    if (!ref || !store)
        throw (0,errors/* badRequest */.li)(`${name} must have store and ref, or value.`);
    if (store === builtInStore) {
        throw (0,errors/* badRequest */.li)(`${name}.store must not be '${builtInStore}': give the secret itself as value instead.`);
    }
    if (!place.storeExists(store))
        throw (0,errors/* badRequest */.li)(`${name}.store: secret store '${store}' does not exist.`);
    return { store, ref, ...(version ? { version } : {}) };
};
const rebuild = (value, isEnd, read, path = []) => {
    const rebuilt = {};
    for (const [key, child] of Object.entries(value)) {
        if (child === null)
            continue;
        const at = [...path, key];
        (0,sets_json/* setKey */.qL)(rebuilt, key, (0,sets_json/* isObject */.Gv)(child) && !isEnd(child) ? rebuild(child, isEnd, read, at) : read(child, at));
    }
    return rebuilt;
};
const readSecretRefs = (refs, before, place) => rebuild(refs, isLeaf, (leaf, path) => {
    if ((0,sets_json/* isObject */.Gv)(leaf))
        return readLeaf(leaf, path, before, place);
    const name = [field, 'secret_refs', ...path].join('.');
    throw (0,errors/* badRequest */.li)(`${name} must be an object with store and ref, or with value.`);
});
const readSecrets = (secrets, before, place) => rebuild(secrets, () => false, (_, path) => keep(path, before, place));
const readRefs = (request, before, place) => {
    const { secrets, secret_refs } = request;
    if (secrets && secret_refs)
        throw (0,errors/* badRequest */.li)(`${field} must have either secrets or secret_refs, not both.`);
    if (secrets)
        return readSecrets(secrets, before, place);
    return secret_refs ? readSecretRefs(secret_refs, before, place) : undefined;
};
const readInputs = (request, before, place) => {
    if (!request)
        return undefined;
    (0,depth/* checkDepth */.k)(field, request);
    const secret_refs = readRefs(request, before, place);
    return {
        ...(request.values ? { values: request.values } : {}),
        ...(secret_refs ? { secret_refs } : {}),
    };
};
const mergeKeys = (before, change, changed) => {
    const isStaying = ([key]) => !Object.hasOwn(change, key);
    return Object.fromEntries([
        ...Object.entries(before).filter(isStaying),
        ...Object.entries(changed).filter(([key]) => change[key] !== null),
    ]);
};
const mergeInputs = (before = {}, request, place) => {
    const { values = {}, secret_refs = {} } = readInputs(request, before, place) ?? {};
    const given = request?.secrets ?? request?.secret_refs;
    const dropsValues = request?.values === null;
    const dropsSecrets = !given && (request?.secrets === null || request?.secret_refs === null);
    const merged = {
        values: dropsValues ? {} : mergeKeys(before.values ?? {}, request?.values ?? {}, values),
        secret_refs: dropsSecrets ? {} : mergeKeys(before.secret_refs ?? {}, given ?? {}, secret_refs),
    };
    return {
        ...(Object.keys(merged.values).length > 0 ? { values: merged.values } : {}),
        ...(Object.keys(merged.secret_refs).length > 0 ? { secret_refs: merged.secret_refs } : {}),
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/resource-definitions/provision.js




const readProvision = (request, typeExists) => {
    (0,depth/* checkDepth */.k)('provision', request);
    const entries = Object.entries(request ?? {}).flatMap(([key, dependency]) => {
        if (dependency === null)
            return [];
        const type = parseName(key, '')?.type;
        if (type === undefined)
            throw (0,errors/* badRequest */.li)(`provision: '${key}' must be a resource type, or type#id.`);
        if (!typeExists(type))
            throw (0,errors/* badRequest */.li)(`provision: '${key}' is of the resource type '${type}', which does not exist.`);
        const { is_dependent = false, match_dependents = false, params } = dependency;
        return [[key, { is_dependent, match_dependents, ...(params ? { params: params } : {}) }]];
    });
    return Object.fromEntries(entries);
};
const mergeProvision = (before = {}, request, typeExists) => mergeKeys(before, request ?? {}, readProvision(request, typeExists));

;// CONCATENATED MODULE: ./build/orchestrator/resource-definitions/content.js



const content_isEmpty = (value) => value === undefined || Object.keys(value).length === 0;
const createContentReader = (neighbours) => {
    const secretsOf = ({ orgId, defId }) => ({
        store: neighbours.primarySecretStore(orgId),
        prefix: `orgs/${orgId}/resources/defs/${defId}/secrets`,
        storeExists: (storeId) => neighbours.secretStoreExists(orgId, storeId),
    });
    const typeExists = ({ orgId }) => (type) => neighbours.typeExists(orgId, type);
    const check = ({ orgId }, { driver_type, driver_account }) => {
        if (!neighbours.driverExists(orgId, driver_type)) {
            throw (0,errors/* badRequest */.li)(`driver_type: resource driver '${driver_type}' does not exist for organization '${orgId}'.`);
        }
        if (driver_account !== undefined && !neighbours.accountExists(orgId, driver_account)) {
            throw (0,errors/* badRequest */.li)(`driver_account: resource account '${driver_account}' does not exist in organization '${orgId}'.`);
        }
    };
    const complete = (definition, basics, { account, inputs, provision, }) => {
        const content = {
            ...basics,
            ...(account === undefined ? {} : { driver_account: account }),
            ...(inputs === undefined || content_isEmpty(inputs) ? {} : { driver_inputs: inputs }),
            ...(provision === undefined || content_isEmpty(provision) ? {} : { provision }),
        };
        check(definition, content);
        return content;
    };
    return {
        check,
        read: (definition, request, before = {}) => {
            const { name, driver_type, driver_account, driver_inputs, in_place_driver_change = false } = request;
            return complete(definition, { name, driver_type, in_place_driver_change }, {
                account: driver_account || undefined,
                inputs: readInputs(driver_inputs, before, secretsOf(definition)),
                provision: readProvision(request.provision, typeExists(definition)),
            });
        },
        merge: (definition, before, { name, driver_account, driver_inputs, provision, in_place_driver_change }) => complete(definition, {
            name: name ?? before.name,
            driver_type: before.driver_type,
            in_place_driver_change: in_place_driver_change ?? before.in_place_driver_change,
        }, {
            account: driver_account ?? before.driver_account,
            inputs: mergeInputs(before.driver_inputs, driver_inputs, secretsOf(definition)),
            provision: mergeProvision(before.provision, provision, typeExists(definition)),
        }),
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/resource-definitions/versions.js

const keptVersions = 50;
const completeVersion = (version, state) => ({
    driver_account: '',
    driver_inputs: {},
    provision: {},
    ...version,
    ...state,
});
const versions_createVersions = ({ store, random, scheduler }) => {
    const table = store.table('resource-definition-versions');
    const scopeOf = (orgId, defId) => `${orgId} ${defId}`;
    const find = (orgId, defId, id) => table.get(scopeOf(orgId, defId), id);
    const require = (orgId, defId, id) => {
        const found = find(orgId, defId, id);
        if (!found)
            throw (0,errors/* notFound */.mX)('Version', id, `resource definition '${defId}'`);
        return found;
    };
    const rows = ({ orgId, defId, activeVersionId }) => {
        const found = [];
        let proposed = true;
        for (const { place, value } of table.scan({ scope: scopeOf(orgId, defId), order: 'newest-first' })) {
            const active = value.id === activeVersionId;
            proposed &&= !active;
            found.push({ place, value: completeVersion(value, { active, proposed }) });
        }
        return found;
    };
    return {
        find,
        require,
        rows,
        add: (content) => {
            const version = { ...content, id: random.uuid(), archived: false, created_at: scheduler.timestamp() };
            table.insert(scopeOf(content.org_id, content.def_id), version.id, version);
            return version;
        },
        archive: (orgId, defId, id, archived) => table.update(scopeOf(orgId, defId), id, { ...require(orgId, defId, id), archived }),
        prune: (owner, isUsed) => {
            for (const { value } of rows(owner).slice(keptVersions)) {
                if (!value.active && !isUsed(value.id))
                    table.delete(scopeOf(owner.orgId, owner.defId), value.id);
            }
        },
        deleteAll: (orgId, defId) => table.deleteAll(scopeOf(orgId, defId)),
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/resource-definitions/model.js






const createDefinitions = ({ store, scheduler }, neighbours) => {
    const { versions, criteria } = neighbours;
    const contents = createContentReader(neighbours);
    const table = store.table('resource-definitions');
    const findBuiltIn = (orgId, id) => {
        const type = typeOfBuiltIn(id);
        return type !== undefined && neighbours.builtInTypes().includes(type) ? builtInDefinition(orgId, type) : undefined;
    };
    const find = (orgId, id) => {
        const record = table.get(orgId, id);
        if (!record)
            return findBuiltIn(orgId, id);
        return { record, version: versions.require(orgId, id, record.active_version_id) };
    };
    const require = (orgId, id, deleted = false) => {
        const found = find(orgId, id);
        if (!found || (found.record.is_deleted && !deleted)) {
            throw (0,errors/* notFound */.mX)('Resource definition', id, `organization '${orgId}'`);
        }
        return found;
    };
    const changeable = (orgId, id) => {
        const found = require(orgId, id);
        if (found.record.is_default)
            throw (0,errors/* forbidden */.o0)(`Resource definition '${id}' is built in and cannot be changed.`);
        return found;
    };
    const targetOf = ({ org_id, id, type }) => ({ orgId: org_id, defId: id, type });
    const ownerOf = ({ org_id, id, active_version_id }) => ({
        orgId: org_id,
        defId: id,
        activeVersionId: active_version_id,
    });
    const versionsOf = (orgId, id, deleted) => {
        const { record, version } = require(orgId, id, deleted);
        if (!record.is_default)
            return versions.rows(ownerOf(record));
        return [{ place: 1, value: completeVersion(version, { active: true, proposed: false }) }];
    };
    const claimsOn = (orgId, id) => [...neighbours.claims(orgId)].filter(({ def_id }) => def_id === id);
    const toResponse = ({ record, version }, rules = criteria.of(targetOf(record))) => {
        const { name, driver_type, driver_account, driver_inputs, provision, in_place_driver_change } = version;
        return {
            ...record,
            name,
            driver_type,
            in_place_driver_change,
            ...(driver_account === undefined ? {} : { driver_account }),
            ...(driver_inputs ? { driver_inputs } : {}),
            ...(provision ? { provision } : {}),
            criteria: rules,
        };
    };
    const addVersion = (record, content, action, caller) => {
        const { org_id, id: def_id, type } = record;
        return versions.add({ ...content, org_id, def_id, type, action, created_by: caller.id });
    };
    const prune = (record) => versions.prune(ownerOf(record), (versionId) => claimsOn(record.org_id, record.id).some(({ def_version_id, target_def_version_id }) => def_version_id === versionId || target_def_version_id === versionId));
    const change = (record, part, caller) => {
        const changed = { ...record, ...part, updated_at: scheduler.timestamp(), updated_by: caller.id };
        table.update(record.org_id, record.id, changed);
        prune(changed);
        return toResponse(require(record.org_id, record.id, true));
    };
    const update = (record, content, proposed, caller) => {
        const version = addVersion(record, content, 'updated', caller);
        if (!proposed)
            return change(record, { active_version_id: version.id }, caller);
        prune(record);
        return toResponse(require(record.org_id, record.id));
    };
    const remove = ({ org_id, id }) => {
        table.delete(org_id, id);
        versions.deleteAll(org_id, id);
    };
    return {
        list: (orgId, filter) => {
            const { app, env, env_type, res, res_type, class: resourceClass, deleted = false } = filter;
            const context = { appId: app, envId: env, envType: env_type, resId: res, class: resourceClass };
            const isAnywhere = Object.values(context).every((value) => value === undefined);
            const rulesOf = criteria.reader(orgId);
            const own = table.list(orgId).flatMap((record) => {
                const rules = rulesOf(targetOf(record));
                const best = bestMatch(rules, context);
                if ((record.is_deleted && !deleted) || (!best && !isAnywhere))
                    return [];
                const version = versions.require(orgId, record.id, record.active_version_id);
                return [{ record, version, rules, rank: best ? match_specificity(best) : -1 }];
            });
            const builtIn = neighbours
                .builtInTypes()
                .map((type) => Object.assign(builtInDefinition(orgId, type), { rules: [], rank: -2 }));
            return [...own, ...builtIn]
                .filter(({ record: { type } }) => res_type === undefined || type === res_type)
                .sort((one, other) => (0,sets_json/* compareKeys */.YD)(one.record.type, other.record.type) || other.rank - one.rank)
                .map((each) => toResponse(each, each.rules));
        },
        get: (orgId, id, deleted) => toResponse(require(orgId, id, deleted)),
        create: (orgId, request, caller) => {
            const { id, type } = request;
            const taken = find(orgId, id)?.record;
            if (taken) {
                const until = taken.is_deleted ? ': it is marked as deleted, and goes with its last active resource' : '';
                throw (0,errors/* conflict */.hj)(`Resource definition '${id}' exists already in organization '${orgId}'${until}.`);
            }
            if (!neighbours.typeExists(orgId, type)) {
                throw (0,errors/* badRequest */.li)(`type: resource type '${type}' does not exist for organization '${orgId}'.`);
            }
            const content = contents.read({ orgId, defId: id }, request);
            criteria.check({ orgId, type }, request.criteria ?? []);
            const record = {
                org_id: orgId,
                id,
                type,
                active_version_id: '',
                is_default: false,
                is_deleted: false,
                created_at: scheduler.timestamp(),
                created_by: caller.id,
            };
            const version = addVersion(record, content, 'created', caller);
            table.insert(orgId, id, { ...record, active_version_id: version.id });
            for (const rule of request.criteria ?? [])
                criteria.create(targetOf(record), rule);
            return toResponse(require(orgId, id));
        },
        replace: (orgId, id, request, caller) => {
            const { record, version } = changeable(orgId, id);
            const { type } = request;
            if (type !== undefined && type !== record.type) {
                throw (0,errors/* badRequest */.li)(`type: a resource definition keeps its type, here '${record.type}'.`);
            }
            const complete = { ...request, driver_type: request.driver_type || version.driver_type };
            const content = contents.read(targetOf(record), complete, version.driver_inputs);
            return update(record, content, request.proposed === true, caller);
        },
        patch: (orgId, id, request, caller) => {
            const { record, version } = changeable(orgId, id);
            const content = contents.merge(targetOf(record), version, request);
            return update(record, content, request.proposed === true, caller);
        },
        delete: (orgId, id, force, caller) => {
            const { record, version } = changeable(orgId, id);
            const claims = claimsOn(orgId, id);
            if (claims.length > 0 && !force) {
                const body = criteria.changes(claims, { defId: id });
                throw new errors/* HttpError */.j$(409, `Resource definition '${id}' is in use.`, { body });
            }
            criteria.deleteAll(targetOf(record));
            if (claims.length === 0)
                return remove(record);
            const last = addVersion(record, version, 'deleted', caller);
            change(record, { is_deleted: true, active_version_id: last.id }, caller);
        },
        promote: (orgId, id, versionId, caller) => {
            const { record } = changeable(orgId, id);
            const version = versions.require(orgId, id, versionId);
            if (version.archived) {
                throw (0,errors/* badRequest */.li)(`Version '${versionId}' of resource definition '${id}' is archived: allow its use again first.`);
            }
            contents.check(targetOf(record), version);
            if (record.active_version_id !== versionId)
                change(record, { active_version_id: versionId }, caller);
        },
        archive: (orgId, id, versionId, archived) => {
            const { record } = changeable(orgId, id);
            versions.require(orgId, id, versionId);
            if (archived && record.active_version_id === versionId) {
                throw (0,errors/* badRequest */.li)(`Version '${versionId}' is what resource definition '${id}' is now: promote another one first.`);
            }
            versions.archive(orgId, id, versionId, archived);
        },
        changeable: (orgId, id) => targetOf(changeable(orgId, id).record),
        versions: versionsOf,
        getVersion: (orgId, id, versionId) => {
            const row = versionsOf(orgId, id, true).find(({ value }) => value.id === versionId);
            if (!row)
                throw (0,errors/* notFound */.mX)('Version', versionId, `resource definition '${id}'`);
            return row.value;
        },
        version: (orgId, id, versionId) => {
            const { version } = require(orgId, id, true);
            return (versionId === undefined ? undefined : versions.find(orgId, id, versionId)) ?? version;
        },
        purge: (orgId) => {
            for (const record of table.list(orgId)) {
                if (record.is_deleted && claimsOn(orgId, record.id).length === 0)
                    remove(record);
            }
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/resource-definitions/routes.js


const definitionRoutes = (definitions) => [
    route('get', '/orgs/{orgId}/resources/defs', 'org:member', ({ path, query }) => ({
        status: 200,
        body: definitions.list(path.orgId, query),
    })),
    route('post', '/orgs/{orgId}/resources/defs', 'org:administrator', ({ path, body, caller }) => ({
        status: 200,
        body: definitions.create(path.orgId, body, caller),
    })),
    route('get', '/orgs/{orgId}/resources/defs/{defId}', 'org:member', ({ path, query }) => ({
        status: 200,
        body: definitions.get(path.orgId, path.defId, query.deleted),
    })),
    route('put', '/orgs/{orgId}/resources/defs/{defId}', 'org:administrator', ({ path, body, caller }) => ({
        status: 200,
        body: definitions.replace(path.orgId, path.defId, body, caller),
    })),
    route('patch', '/orgs/{orgId}/resources/defs/{defId}', 'org:administrator', ({ path, body, caller }) => ({
        status: 200,
        body: definitions.patch(path.orgId, path.defId, body, caller),
    })),
    route('delete', '/orgs/{orgId}/resources/defs/{defId}', 'org:administrator', ({ path, query, caller }) => {
        definitions.delete(path.orgId, path.defId, query.force === true, caller);
        return { status: 204 };
    }),
    route('get', '/orgs/{orgId}/resources/defs/{defId}/versions', 'org:member', ({ path, query, url }) => {
        const from = pages_placeOf(query.page) ?? Number.MAX_SAFE_INTEGER;
        const rows = definitions.versions(path.orgId, path.defId, query.deleted).filter(({ place }) => place < from);
        return { status: 200, ...toPage(rows, { query, url }) };
    }),
    route('get', '/orgs/{orgId}/resources/defs/{defId}/versions/{defVersionId}', 'org:member', ({ path }) => ({
        status: 200,
        body: definitions.getVersion(path.orgId, path.defId, path.defVersionId),
    })),
    route('post', '/orgs/{orgId}/resources/defs/{defId}/versions/{defVersionId}/actions/archive', 'org:administrator', ({ path, body }) => {
        definitions.archive(path.orgId, path.defId, path.defVersionId, body.archived ?? true);
        return { status: 204 };
    }),
    route('post', '/orgs/{orgId}/resources/defs/{defId}/versions/{defVersionId}/actions/promote', 'org:administrator', ({ path, caller }) => {
        definitions.promote(path.orgId, path.defId, path.defVersionId, caller);
        return { status: 204 };
    }),
];

;// CONCATENATED MODULE: ./build/orchestrator/resource-drivers/built-in.js
const builtInOrg = 'humanitec';
const anyType = 'any';
const built_in_toObject = (properties) => ({
    type: 'object',
    properties: Object.fromEntries(Object.entries(properties).map(([name, description]) => [name, { description }])),
});
const inputs = (values, secrets = {}) => ({
    type: 'object',
    properties: { values: built_in_toObject(values), secrets: built_in_toObject(secrets) },
});
const whatever = {
    type: 'object',
    properties: { values: { type: 'object' }, secrets: { type: 'object' } },
};
const aws = ['aws', 'aws-role'];
const azure = ['azure', 'azure-identity'];
const gcp = ['gcp', 'gcp-identity'];
const clouds = [...aws, ...azure, ...gcp];
const credentials = { credentials: 'What proves who one is, where no account does.' };
const cloudSql = inputs({ instance: 'The Cloud SQL instance, as project:region:name.' }, { credentials: 'A service account key.', dbcredentials: 'Whom to connect to the database as.' });
const cluster = (values) => inputs({ loadbalancer: 'The address that outside traffic goes to.', name: 'The name of the cluster.', ...values }, credentials);
const built_in_table = [
    ['agent', 'agent', [], inputs({ id: 'The agent.' })],
    [
        'container',
        anyType,
        clouds,
        inputs({ job: 'The container to run, and how.', cluster: 'Where to run it.', account: 'As whom.' }, { ...credentials }),
    ],
    [
        'dns-aws-route53',
        'dns',
        aws,
        inputs({ domain: 'The domain to make names in.', hosted_zone_id: 'Its hosted zone.' }),
    ],
    ['echo', anyType, [], whatever],
    ['ingress', 'ingress', [], inputs({ class: 'The ingress class.', annotations: 'Annotations of the ingress.' })],
    ['k8s-cluster', 'k8s-cluster', [], cluster({ cluster_data: 'How to reach the cluster.' })],
    [
        'k8s-cluster-aks',
        'k8s-cluster',
        azure,
        cluster({ resource_group: 'Its resource group.', subscription_id: 'Its subscription.' }),
    ],
    ['k8s-cluster-eks', 'k8s-cluster', aws, cluster({ region: 'Its region.' })],
    ['k8s-cluster-gke', 'k8s-cluster', gcp, cluster({ project_id: 'Its project.', zone: 'Its zone or region.' })],
    ['k8s-namespace', 'k8s-namespace', [], inputs({ namespace: 'The name of the namespace.' })],
    ['mariadb-cloudsql', 'mariadb', gcp, cloudSql],
    ['mysql-cloudsql', 'mysql', gcp, cloudSql],
    ['newapp-io-dns', 'dns', [], inputs({})],
    ['newapp-io-tls', 'tls-cert', [], inputs({})],
    ['postgres-cloudsql', 'postgres', gcp, cloudSql],
    ['postgres-cloudsql-static', 'postgres', gcp, cloudSql],
    ['static', anyType, [], whatever],
    [
        'template',
        anyType,
        [],
        inputs({ templates: 'Go templates: init, manifests, outputs and cookie.' }, { templates: 'The same, for secrets.' }),
    ],
    [
        'terraform',
        anyType,
        clouds,
        inputs({
            source: 'The Git repository with the module.',
            script: 'Terraform code.',
            variables: 'What the module is given.',
        }, { source: 'What opens the repository.', variables: 'Secret variables.', account: 'Credentials of the cloud.' }),
    ],
];
const builtInDrivers = built_in_table.map(([id, type, account_types, inputs_schema]) => ({
    id,
    org_id: builtInOrg,
    type,
    account_types,
    inputs_schema,
}));

;// CONCATENATED MODULE: ./build/orchestrator/resource-drivers/model.js




const allScopes = 'drivers';
const scopeOf = (orgId) => `${allScopes}/${orgId}`;
const resource_drivers_model_builtIn = new Map(builtInDrivers.map((each) => [each.id, each]));
const model_targetOf = ({ target = '' }) => /^driver:\/\/([^/]+\/[^/]+)$/.exec(target)?.[1];
const isHttp = (target) => /^https?:\/\//.test(target) && URL.canParse(target);
const fromOutside = ({ target: _target, is_public: _isPublic, ...driver }) => driver;
const fromInside = ({ is_public: _isPublic, ...driver }) => driver;
const model_toRecord = (orgId, id, request) => {
    const { type, account_types, inputs_schema, target, template, is_public = false } = request;
    const driver = { id, org_id: orgId, type, account_types, inputs_schema, target, is_public };
    return template === undefined ? driver : { ...driver, template };
};
const createResourceDrivers = ({ store }, neighbours) => {
    const drivers = store.table('resource-drivers');
    const find = (orgId, driverType) => {
        const [, org = orgId, id = driverType] = /^([^/]+)\/(.+)$/s.exec(driverType) ?? [];
        if (org === builtInOrg)
            return resource_drivers_model_builtIn.get(id);
        const found = drivers.get(scopeOf(org), id);
        if (org === orgId)
            return found && fromInside(found);
        return found?.is_public === true ? fromOutside(found) : undefined;
    };
    const othersOf = (orgId) => [...drivers.scan({ scope: allScopes, within: true })]
        .map(({ value }) => value)
        .filter((each) => each.org_id !== orgId && each.is_public)
        .map(fromOutside);
    const list = (orgId) => [
        ...builtInDrivers,
        ...drivers.list(scopeOf(orgId)).map(fromInside),
        ...othersOf(orgId),
    ];
    const get = (orgId, id) => {
        const found = find(orgId, id) ?? list(orgId).find((each) => each.id === id);
        if (!found)
            throw (0,errors/* notFound */.mX)('Resource driver', id, `organization '${orgId}'`);
        return found;
    };
    const own = (orgId, id) => {
        const found = get(orgId, id);
        if (found.org_id === orgId)
            return found;
        throw (0,errors/* forbidden */.o0)(`Resource driver '${id}' belongs to '${found.org_id}': only that organization can change or delete it.`);
    };
    const checkTarget = (orgId, driver) => {
        if (isHttp(driver.target))
            return;
        const seen = new Set([`${orgId}/${driver.id}`]);
        for (let name = model_targetOf(driver); name !== undefined;) {
            if (seen.has(name))
                throw (0,errors/* badRequest */.li)(`target leads back to driver '${name}': a virtual driver needs a real one.`);
            seen.add(name);
            const next = find(orgId, name);
            if (!next)
                throw (0,errors/* badRequest */.li)(`target names driver '${name}', which does not exist or is not public.`);
            name = model_targetOf(next);
        }
        if (seen.size === 1) {
            throw (0,errors/* badRequest */.li)(`target must be a URL or driver://{orgId}/{driverId}, not '${driver.target}'.`);
        }
    };
    const check = (orgId, driver) => {
        if (driver.type !== anyType && !neighbours.typeExists(orgId, driver.type)) {
            throw (0,errors/* badRequest */.li)(`type names resource type '${driver.type}', which does not exist.`);
        }
        const unknown = driver.account_types.find((each) => !neighbours.accountTypeExists(each));
        if (unknown !== undefined)
            throw (0,errors/* badRequest */.li)(`account_types has '${unknown}', which is no type of account.`);
        neighbours.checkJsonSchema('inputs_schema', driver.inputs_schema);
        (0,depth/* checkDepth */.k)('template', driver.template);
        checkTarget(orgId, driver);
    };
    const virtualOn = (orgId, name) => drivers
        .list(scopeOf(orgId))
        .filter((each) => model_targetOf(each) === name)
        .map(({ id }) => naming(`driver '${id}', whose target it is`));
    return {
        list,
        get,
        find,
        create: (orgId, request) => {
            const driver = model_toRecord(orgId, request.id, request);
            if (drivers.get(scopeOf(orgId), request.id)) {
                throw (0,errors/* conflict */.hj)(`Resource driver '${request.id}' exists already in organization '${orgId}'.`);
            }
            check(orgId, driver);
            drivers.insert(scopeOf(orgId), driver.id, driver);
            return fromInside(driver);
        },
        replace: (orgId, id, request) => {
            const driver = model_toRecord(orgId, own(orgId, id).id, request);
            check(orgId, driver);
            drivers.update(scopeOf(orgId), driver.id, driver);
            return fromInside(driver);
        },
        delete: (orgId, id) => {
            const driver = own(orgId, id);
            const name = `${orgId}/${driver.id}`;
            const [use] = [...neighbours.usesOf(orgId, [driver.id, name]), ...virtualOn(orgId, name)];
            if (use)
                throw (0,errors/* conflict */.hj)(inUse(`Resource driver '${id}'`, use));
            drivers.delete(scopeOf(orgId), driver.id);
        },
        ofType: (orgId, type) => drivers.list(scopeOf(orgId)).filter((each) => each.type === type),
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/resource-drivers/routes.js

const resourceDriverRoutes = (drivers) => [
    route('get', '/orgs/{orgId}/resources/drivers', 'org:member', ({ path }) => ({
        status: 200,
        body: drivers.list(path.orgId),
    })),
    route('post', '/orgs/{orgId}/resources/drivers', 'org:administrator', ({ path, body }) => ({
        status: 200,
        body: drivers.create(path.orgId, body),
    })),
    route('get', '/orgs/{orgId}/resources/drivers/{driverId}', 'org:member', ({ path }) => ({
        status: 200,
        body: drivers.get(path.orgId, path.driverId),
    })),
    route('put', '/orgs/{orgId}/resources/drivers/{driverId}', 'org:administrator', ({ path, body }) => ({
        status: 200,
        body: drivers.replace(path.orgId, path.driverId, body),
    })),
    route('delete', '/orgs/{orgId}/resources/drivers/{driverId}', 'org:administrator', ({ path }) => {
        drivers.delete(path.orgId, path.driverId);
        return { status: 204 };
    }),
];

;// CONCATENATED MODULE: ./build/orchestrator/resource-graph/graph.js



const keysById = (needs) => new Map(needs.map((need) => [need.id, keyOf(need)]));
const graph_targetOf = (reference, places) => {
    if (reference.kind === 'resource')
        return { key: keyOf(reference.name), need: { ...reference.name, params: {} } };
    const key = reference.kind === 'place' ? places.get(reference.id) : undefined;
    return key === undefined ? {} : { key };
};
const draftAll = (needs, choose) => {
    const drafts = new Map();
    const problems = [];
    const places = keysById(needs);
    const seen = new Set();
    const open = [];
    const ask = (need) => {
        const key = keyOf(need);
        if (!seen.has(key))
            open.push(need);
        seen.add(key);
        return key;
    };
    const later = [];
    for (const need of needs)
        ask(need);
    for (let next = 0; next < open.length; next += 1) {
        const need = open[next];
        const key = keyOf(need);
        const chosen = choose(need);
        if (!chosen) {
            const { id, type, class: resourceClass } = need;
            const message = `No resource definition fits resource '${id}' of type '${type}' and class '${resourceClass}'.`;
            problems.push({ id, message });
            continue;
        }
        const draft = { need, chosen, dependsOn: new Set(), escorts: new Set() };
        drafts.set(key, draft);
        for (const [name, { is_dependent, match_dependents, params = {} }] of Object.entries(chosen.provision)) {
            const parsed = parseName(name, need.id);
            if (!parsed)
                continue;
            const besides = ask({ ...parsed, params });
            if (is_dependent)
                later.push([besides, key]);
            if (match_dependents === true && besides !== key)
                draft.escorts.add(besides);
        }
        for (const reference of referencesIn([chosen.inputs, need.params], need.id)) {
            const target = graph_targetOf(reference, places);
            if (target.key === undefined)
                continue;
            if (target.need)
                ask(target.need);
            draft.dependsOn.add(target.key);
        }
    }
    for (const [from, to] of later)
        drafts.get(from)?.dependsOn.add(to);
    return { drafts, problems };
};
const escortsOf = (drafts, key) => {
    const found = new Set();
    const open = [key];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
        for (const escort of drafts.get(next)?.escorts ?? []) {
            if (!found.has(escort))
                open.push(escort);
            found.add(escort);
        }
    }
    return found;
};
const addEscorts = (drafts) => {
    const known = new Map();
    for (const [key, { dependsOn }] of drafts) {
        const direct = [...dependsOn];
        for (const target of direct) {
            const escorts = known.get(target) ?? escortsOf(drafts, target);
            known.set(target, escorts);
            if (!escorts.has(key))
                for (const escort of escorts)
                    dependsOn.add(escort);
        }
    }
};
const sort = (drafts) => {
    const order = [];
    const state = new Map();
    const sorted = (keys) => [...keys].sort(sets_json/* compareKeys */.YD);
    const dependencies = (key) => sorted(drafts.get(key)?.dependsOn ?? []).values();
    for (const root of sorted(drafts.keys())) {
        const path = [];
        const enter = (key) => {
            state.set(key, 'open');
            path.push({ key, rest: dependencies(key) });
        };
        if (!state.has(root))
            enter(root);
        for (let top = path.at(-1); top; top = path.at(-1)) {
            const { value: next, done } = top.rest.next();
            if (done === true) {
                state.set(top.key, 'done');
                order.push(top.key);
                path.pop();
            }
            else if (state.get(next) === 'open') {
                const keys = path.map(({ key }) => key);
                return { cycle: [...keys.slice(keys.indexOf(next)), next] };
            }
            else if (!state.has(next))
                enter(next);
        }
    }
    return { order };
};
const createGraph = (needs, choose) => {
    const { drafts, problems } = draftAll(needs, choose);
    if (problems.length > 0)
        return { ok: false, problems };
    addEscorts(drafts);
    const sorted = sort(drafts);
    const draftOf = (key) => drafts.get(key);
    if ('cycle' in sorted) {
        const { need } = draftOf(sorted.cycle[0]);
        const message = `Resources depend on each other in a circle: ${sorted.cycle.join(' → ')}.`;
        return { ok: false, problems: [{ id: need.id, message }] };
    }
    const nodes = sorted.order.map((key) => {
        const { need, chosen, dependsOn } = draftOf(key);
        return Object.assign({ key, chosen, dependsOn: [...dependsOn].sort(sets_json/* compareKeys */.YD) }, need);
    });
    return { ok: true, nodes };
};

;// CONCATENATED MODULE: ./build/orchestrator/resource-graph/model.js







const toNeed = ({ id, type, class: resourceClass, resource }) => ({
    id,
    type,
    class: resourceClass || defaultClass,
    params: (resource ?? {}),
});
const toDeploymentError = ({ id, message }) => {
    const workload = /^modules\.(.+?)\.externals\./.exec(id)?.[1];
    const owner = workload === undefined ? '' : ` of workload '${workload}'`;
    const summary = `Resource '${id}'${owner} cannot be provisioned`;
    return { code: 'RES-001', error_type: 'resource', message, object_id: id, scope: 'resource', summary };
};
const createResourceGraphs = ({ store, scheduler }, neighbours) => {
    const graphs = store.table('dependency-graphs');
    const scopeOf = ({ orgId, appId, envId }) => `${orgId}/${appId}/${envId}`;
    const chooser = (place) => {
        const { orgId, appId, envId } = place;
        const envType = neighbours.environmentType(place);
        return ({ type, class: resourceClass, id }) => {
            const name = { type, class: resourceClass, id };
            const match = neighbours.criteria.match(orgId, { ...name, appId, envId, envType, resId: id });
            if (!match)
                return undefined;
            const version = neighbours.definitions.version(orgId, match.defId, neighbours.pinned(place, name));
            const { driver_inputs = {}, provision = {} } = version;
            return { version, criteriaId: match.criteriaId ?? '', inputs: driver_inputs, provision };
        };
    };
    const toNode = (place, node) => {
        const { version, criteriaId } = node.chosen;
        return {
            type: node.type,
            class: node.class,
            id: node.id,
            guresid: globalResourceId(place, node.key),
            resource: node.params,
            resource_schema: neighbours.outputsSchema(place.orgId, node.type),
            def_id: version.def_id,
            def_version_id: version.id,
            criteria_id: criteriaId,
            driver: { values: {}, secret_refs: {}, ...version.driver_inputs },
            driver_type: version.driver_type,
            ...(version.driver_account === undefined ? {} : { driver_account: version.driver_account }),
            in_place_driver_change: version.in_place_driver_change,
            depends_on: node.dependsOn.map((key) => globalResourceId(place, key)),
        };
    };
    const build = (place, needs) => {
        const graph = createGraph(needs, chooser(place));
        return graph.ok ? { nodes: graph.nodes.map((node) => toNode(place, node)) } : graph;
    };
    const query = (place, requests) => {
        (0,depth/* checkDepth */.k)('The request', requests);
        const built = build(place, requests.map(toNeed));
        if ('nodes' in built)
            return built.nodes;
        const message = built.problems.map((problem) => problem.message).join(' ');
        throw (0,errors/* badRequest */.li)(message, { resources: built.problems.map(({ id }) => id) });
    };
    const keep = (place, nodes) => {
        const hash = (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(nodes)).digest('hex');
        const scope = scopeOf(place);
        const id = stableUuid(`${scope} ${hash}`);
        const used_at = scheduler.timestamp();
        const known = graphs.get(scope, id)?.graph;
        const graph = { id, hash, nodes, created_at: known?.created_at ?? used_at, used_at };
        if (known)
            graphs.update(scope, id, { envId: place.envId, graph });
        else
            graphs.insert(scope, id, { envId: place.envId, graph });
        return graph;
    };
    return {
        query,
        definitionOf: (place, type) => {
            const version = chooser(place)({ type, class: defaultClass, id: type })?.version;
            if (!version)
                throw (0,errors/* badRequest */.li)(`No resource definition fits a resource of type '${type}'.`);
            return { def_id: version.def_id, def_version_id: version.id, driver_type: version.driver_type };
        },
        inputsOf: (set) => {
            const { needs, problems } = readNeeds(set);
            const [problem] = problems;
            if (problem)
                throw (0,errors/* badRequest */.li)(problem.message);
            return needs.map(({ id, type, class: resourceClass, params }) => ({
                id,
                type,
                class: resourceClass,
                resource: params,
            }));
        },
        create: (place, requests) => keep(place, query(place, requests)),
        get: (place, id) => {
            const found = graphs.get(scopeOf(place), id);
            if (!found)
                throw (0,errors/* notFound */.mX)('Dependency graph', id, `environment '${place.envId}'`);
            return found.graph;
        },
        plan: (place, set) => {
            const { needs, problems } = readNeeds(set);
            const built = problems.length > 0 ? { problems } : build(place, needs);
            if ('nodes' in built)
                return { graphId: keep(place, built.nodes).id, errors: [] };
            return { errors: built.problems.map(toDeploymentError) };
        },
        forgetEnvironment: (orgId, appId, envId) => graphs.deleteAll(scopeOf({ orgId, appId, envId })),
        forgetApplication: (orgId, appId) => {
            const rows = [...graphs.scan({ scope: appScope(orgId, appId), within: true })];
            const scopes = new Set(rows.map(({ value: { envId } }) => scopeOf({ orgId, appId, envId })));
            for (const scope of scopes)
                graphs.deleteAll(scope);
        },
    };
};
const keyOfNode = ({ type, class: resourceClass, id }) => keyOf({ type, class: resourceClass, id });

;// CONCATENATED MODULE: ./build/orchestrator/resource-graph/routes.js

const resourceGraphRoutes = (graphs, sets) => [
    route('get', '/orgs/{orgId}/apps/{appId}/sets/{setId}/resources', 'app:viewer', ({ path }) => ({
        status: 200,
        body: graphs.inputsOf(sets.get(path.orgId, path.appId, path.setId)),
    })),
    route('post', '/orgs/{orgId}/apps/{appId}/envs/{envId}/resources/graph', 'app:viewer', ({ path, body }) => ({
        status: 200,
        body: graphs.query(path, body),
    })),
    route('post', '/orgs/{orgId}/apps/{appId}/envs/{envId}/resources/graphs', 'app:developer', ({ path, body }) => ({
        status: 200,
        body: graphs.create(path, body),
    })),
    route('get', '/orgs/{orgId}/apps/{appId}/envs/{envId}/resources/graphs/{graphId}', 'app:viewer', ({ path }) => ({
        status: 200,
        body: graphs.get(path, path.graphId),
    })),
];

;// CONCATENATED MODULE: ./build/orchestrator/resource-types/built-in.js
const resource_types_built_in_toObject = (properties, optional) => {
    const required = Object.keys(properties).filter((name) => !optional.includes(name));
    return {
        type: 'object',
        properties: Object.fromEntries(Object.entries(properties).map(([name, property]) => [
            name,
            typeof property === 'string' ? { type: 'string', description: property } : property,
        ])),
        ...(required.length > 0 ? { required } : {}),
    };
};
const built_in_toSchema = ({ values, secrets, optional = [] }) => ({
    type: 'object',
    properties: {
        ...(values ? { values: resource_types_built_in_toObject(values, optional) } : {}),
        ...(secrets ? { secrets: resource_types_built_in_toObject(secrets, optional) } : {}),
    },
});
const built_in_inputs = (values) => ({ values, optional: Object.keys(values) });
const built_in_port = { type: 'integer', minimum: 0, maximum: 65535, description: 'The TCP port it listens on.' };
const host = 'The name or address of the server.';
const login = { username: 'Whom to connect as.', password: 'The password of that user.' };
const database = { values: { host, port: built_in_port, name: 'The name of the database.' }, secrets: login };
const databaseServer = { values: { host, port: built_in_port }, secrets: login };
const awsKeys = {
    aws_access_key_id: 'The id of a key that may use it.',
    aws_secret_access_key: 'The secret of that key.',
};
const arn = 'The Amazon Resource Name.';
const anything = { type: 'object', additionalProperties: true };
const directs = [
    ['amqp', 'AMQP', 'messaging', { values: { host, port: built_in_port, vhost: 'The virtual host.' }, secrets: login }],
    [
        'azure-blob',
        'Azure Blob Storage',
        'datastore',
        { values: { account: 'The name of the storage account.', container: 'The name of the container.' } },
    ],
    [
        'cassandra',
        'Cassandra',
        'datastore',
        { values: { host, port: built_in_port, keyspace: 'The name of the keyspace.' }, secrets: login },
    ],
    [
        'dns',
        'DNS',
        'dns',
        { values: { host: 'A domain name that leads to the environment.' } },
        built_in_inputs({ subdomain: 'The part of the name before the domain.' }),
    ],
    ['elasticsearch', 'Elasticsearch', 'datastore', databaseServer],
    [
        'gcp-pubsub-subscription',
        'GCP Pub/Sub subscription',
        'messaging',
        { values: { name: 'Its name.', project: 'Its project.' } },
    ],
    ['gcp-pubsub-topic', 'GCP Pub/Sub topic', 'messaging', { values: { name: 'Its name.', project: 'Its project.' } }],
    ['gcs', 'Google Cloud Storage', 'datastore', { values: { name: 'The name of the bucket.' } }],
    ['kafka-topic', 'Kafka topic', 'messaging', { values: { host, port: built_in_port, name: 'The name of the topic.' } }],
    ['mariadb', 'MariaDB', 'datastore', database],
    ['mongodb', 'MongoDB', 'datastore', database],
    ['mssql', 'Microsoft SQL Server', 'datastore', database],
    ['mysql', 'MySQL', 'datastore', database],
    [
        'postgres',
        'PostgreSQL',
        'datastore',
        database,
        built_in_inputs({
            extensions: {
                type: 'object',
                description: 'Extensions to load, by name.',
                additionalProperties: {
                    type: 'object',
                    properties: { schema: { type: 'string' }, version: { type: 'string' } },
                },
            },
        }),
    ],
    ['redis', 'Redis', 'datastore', { values: { host, port: built_in_port }, secrets: login, optional: ['username', 'password'] }],
    [
        'route',
        'Route',
        'ingress',
        { values: {} },
        built_in_inputs({
            host: 'The domain name.',
            path: 'Where in that domain the workload is.',
            path_type: { type: 'string', enum: ['Prefix', 'Exact'], description: 'How much of the path must be the same.' },
            port: { type: ['integer', 'string'], description: 'The port of the workload, by number or name.' },
        }),
    ],
    [
        's3',
        'S3',
        'datastore',
        {
            values: { bucket: 'The name of the bucket.', region: 'Where it lies.' },
            secrets: awsKeys,
            optional: Object.keys(awsKeys),
        },
    ],
    ['sns-topic', 'SNS topic', 'messaging', { values: { arn, region: 'Where it lies.' } }],
    [
        'sqs',
        'SQS',
        'messaging',
        {
            values: { url: 'Where the queue is.', region: 'Where it lies.', arn },
            secrets: awsKeys,
            optional: ['arn', ...Object.keys(awsKeys)],
        },
    ],
    [
        'volume',
        'Volume',
        'storage',
        { values: { source: { ...anything, description: 'A volume source of Kubernetes.' } } },
    ],
];
const indirects = [
    ['agent', 'Agent', 'k8s', { secrets: { url: 'A proxy through which what is private can be reached.' } }],
    ['aws-policy', 'AWS IAM policy', 'aws', { values: { arn } }],
    ['aws-role', 'AWS IAM role', 'aws', { values: { arn } }],
    ['config', 'Configuration', 'general', { values: {}, secrets: {} }],
    ['horizontal-pod-autoscaler', 'Horizontal pod autoscaler', 'k8s', {}],
    ['ingress', 'Ingress', 'ingress', {}],
    [
        'k8s-service-account',
        'Kubernetes service account',
        'k8s',
        { values: { name: 'The name of the service account.' } },
    ],
    ['mysql-instance', 'MySQL server', 'datastore', databaseServer],
    ['postgres-instance', 'PostgreSQL server', 'datastore', databaseServer],
    [
        'tls-cert',
        'TLS certificate',
        'ingress',
        { values: { tls_secret_name: 'The Kubernetes secret that holds it.' } },
        built_in_inputs({ host: 'The domain name that it is for.' }),
    ],
];
const implicits = [
    ['base-env', 'Base environment', 'general', { values: {} }, built_in_inputs({ id: 'The environment.' })],
    [
        'k8s-cluster',
        'Kubernetes cluster',
        'k8s',
        {
            values: {
                name: 'The name of the cluster.',
                cluster_type: 'What kind of cluster it is, such as gke.',
                loadbalancer: 'The address that outside traffic goes to.',
            },
            secrets: { credentials: { ...anything, description: 'What proves to the cluster who one is.' } },
            optional: ['name', 'loadbalancer', 'credentials'],
        },
    ],
    ['k8s-namespace', 'Kubernetes namespace', 'k8s', { values: { namespace: 'The name of the namespace.' } }],
    ['logging', 'Logging', 'k8s', { values: { cluster_type: 'What kind of cluster the logs are of.' } }],
    [
        'workload',
        'Workload',
        'k8s',
        {
            values: { update: { type: 'array', items: anything, description: 'A JSON patch of the workload.' } },
            optional: ['update'],
        },
        built_in_inputs({ id: 'The workload.' }),
    ],
];
const withUse = (use, types) => types.map(([type, name, category, outputs, inputs = {}]) => ({
    type,
    name,
    category,
    use,
    inputs_schema: built_in_toSchema(inputs),
    outputs_schema: built_in_toSchema(outputs),
}));
const builtInTypes = [
    ...withUse('direct', directs),
    ...withUse('indirect', indirects),
    ...withUse('implicit', implicits),
].sort((one, other) => (one.type < other.type ? -1 : 1));

;// CONCATENATED MODULE: ./build/orchestrator/resource-types/classes.js

const classes_defaultClass = 'default';
const classes_idOf = (type, id) => `${type}#${id}`;
const createResourceClasses = ({ store, scheduler }, { requireType }) => {
    const classes = store.table('resource-classes');
    const get = (orgId, type, id) => {
        const found = classes.get(orgId, classes_idOf(type, id));
        if (!found)
            throw (0,errors/* notFound */.mX)('Resource class', id, `resource type '${type}'`);
        return found;
    };
    return {
        list: (orgId) => classes.list(orgId),
        get,
        create: (orgId, type, { id, description }, caller) => {
            requireType(orgId, type);
            if (id === classes_defaultClass || classes.get(orgId, classes_idOf(type, id))) {
                throw (0,errors/* conflict */.hj)(`Resource class '${id}' exists already in resource type '${type}'.`);
            }
            const made = {
                id,
                resource_type: type,
                description,
                created_by: caller.id,
                created_at: scheduler.timestamp(),
            };
            classes.insert(orgId, classes_idOf(type, id), made);
            return made;
        },
        describe: (orgId, type, id, description) => {
            const described = { ...get(orgId, type, id), description };
            classes.update(orgId, classes_idOf(type, id), described);
            return described;
        },
        delete: (orgId, type, id) => {
            get(orgId, type, id);
            classes.delete(orgId, classes_idOf(type, id));
        },
        forgetType: (orgId, type) => {
            for (const { resource_type, id } of classes.list(orgId)) {
                if (resource_type === type)
                    classes.delete(orgId, classes_idOf(type, id));
            }
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/resource-types/model.js



const model_uses = ['direct', 'indirect', 'implicit'];
const resource_types_model_builtIn = new Map(builtInTypes.map((each) => [each.type, each]));
const complete = (type, { name, category, use, inputs_schema, outputs_schema }) => ({
    type,
    name: name ?? type,
    category: category ?? '',
    use,
    inputs_schema: inputs_schema ?? {},
    outputs_schema: outputs_schema ?? {},
});
const createResourceTypes = ({ store }, neighbours) => {
    const types = store.table('resource-types');
    const find = (orgId, type) => resource_types_model_builtIn.get(type) ?? types.get(orgId, type);
    const get = (orgId, type) => {
        const found = find(orgId, type);
        if (!found)
            throw (0,errors/* notFound */.mX)('Resource type', type, `organization '${orgId}'`);
        return found;
    };
    const own = (orgId, type) => {
        if (resource_types_model_builtIn.has(type))
            throw (0,errors/* forbidden */.o0)(`Resource type '${type}' is built in and cannot be changed or deleted.`);
        return get(orgId, type);
    };
    const check = (type) => {
        if (!model_uses.includes(type.use))
            throw (0,errors/* badRequest */.li)(`use must be one of ${model_uses.join(', ')}, not '${type.use}'.`);
        neighbours.checkJsonSchema('inputs_schema', type.inputs_schema);
        neighbours.checkJsonSchema('outputs_schema', type.outputs_schema);
        return type;
    };
    const update = (orgId, type) => {
        types.update(orgId, type.type, check(type));
        return type;
    };
    return {
        list: (orgId) => [...builtInTypes, ...types.list(orgId)],
        get,
        exists: (orgId, type) => find(orgId, type) !== undefined,
        create: (orgId, request) => {
            const [org, name = ''] = request.type.split(/\/(.*)/s);
            if (org !== orgId || !/^[a-z0-9][a-z0-9-]+[a-z0-9]$/.test(name)) {
                throw (0,errors/* badRequest */.li)(`type must be '${orgId}/' and at least three lower-case letters, digits or inner hyphens, not '${request.type}'.`);
            }
            if (find(orgId, request.type))
                throw (0,errors/* conflict */.hj)(`Resource type '${request.type}' exists already.`);
            const type = check(complete(request.type, request));
            types.insert(orgId, type.type, type);
            return type;
        },
        replace: (orgId, type, request) => update(orgId, complete(own(orgId, type).type, request)),
        patch: (orgId, type, request) => {
            const given = Object.entries(request).filter(([, value]) => value !== null);
            const patch = Object.fromEntries(given);
            return update(orgId, complete(type, { ...own(orgId, type), ...patch }));
        },
        delete: (orgId, type) => {
            own(orgId, type);
            const [use] = neighbours.usesOf(orgId, type);
            if (use)
                throw (0,errors/* badRequest */.li)(inUse(`Resource type '${type}'`, use));
            neighbours.forgetClasses(orgId, type);
            types.delete(orgId, type);
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/resource-types/routes.js

const resourceTypeRoutes = (types) => [
    route('get', '/orgs/{orgId}/resources/types', 'org:member', ({ path }) => ({
        status: 200,
        body: types.list(path.orgId),
    })),
    route('post', '/orgs/{orgId}/resources/types', 'org:administrator', ({ path, body }) => ({
        status: 200,
        body: types.create(path.orgId, body),
    })),
    route('put', '/orgs/{orgId}/resources/types/{typeId}', 'org:administrator', ({ path, body }) => ({
        status: 200,
        body: types.replace(path.orgId, path.typeId, body),
    })),
    route('patch', '/orgs/{orgId}/resources/types/{typeId}', 'org:administrator', ({ path, body }) => ({
        status: 200,
        body: types.patch(path.orgId, path.typeId, body),
    })),
    route('delete', '/orgs/{orgId}/resources/types/{typeId}', 'org:administrator', ({ path }) => {
        types.delete(path.orgId, path.typeId);
        return { status: 204 };
    }),
];
const oneClass = '/orgs/{orgId}/resources/types/{typeId}/classes/{classId}';
const resourceClassRoutes = (classes) => [
    route('get', '/orgs/{orgId}/resources/classes', 'org:member', ({ path }) => ({
        status: 200,
        body: classes.list(path.orgId),
    })),
    route('post', '/orgs/{orgId}/resources/types/{typeId}/classes', 'org:administrator', ({ path, body, caller }) => ({
        status: 200,
        body: classes.create(path.orgId, path.typeId, body, caller),
    })),
    route('get', oneClass, 'org:member', ({ path }) => ({
        status: 200,
        body: classes.get(path.orgId, path.typeId, path.classId),
    })),
    route('patch', oneClass, 'org:administrator', ({ path, body }) => ({
        status: 200,
        body: classes.describe(path.orgId, path.typeId, path.classId, body.description),
    })),
    route('delete', oneClass, 'org:administrator', ({ path }) => {
        classes.delete(path.orgId, path.typeId, path.classId);
        return { status: 204 };
    }),
];

;// CONCATENATED MODULE: ./build/orchestrator/resources/claims.js
const createClaims = ({ resources, underWay }) => function* (orgId) {
    yield* resources.inOrganization(orgId);
    for (const { place, envType, nodes } of underWay(orgId)) {
        for (const node of nodes) {
            const { type, class: resourceClass, id, def_id, def_version_id, criteria_id } = node;
            if (resources.find(place, { type, class: resourceClass, id })?.def_id === def_id)
                continue;
            yield {
                org_id: orgId,
                app_id: place.appId,
                env_id: place.envId,
                env_type: envType,
                res_id: id,
                type,
                class: resourceClass,
                def_id,
                def_version_id,
                criteria_id,
            };
        }
    }
};

;// CONCATENATED MODULE: ./build/orchestrator/resources/outputs.js


const ports = {
    amqp: 5672,
    elasticsearch: 9200,
    mariadb: 3306,
    mongodb: 27_017,
    mssql: 1433,
    mysql: 3306,
    postgres: 5432,
    rabbitmq: 5672,
    redis: 6379,
};
const slugOf = ({ type, id }) => id
    .replace(/^modules\.(.+?)\.externals\.(.+)$/, (_, workload, own) => own === type ? workload : `${workload}-${own}`)
    .replaceAll(/[^a-z0-9]+/g, '-');
const hostOf = (node, { orgId, appId, envId }) => {
    const given = node.type === 'route' ? node.resource['host'] : undefined;
    if (typeof given === 'string' && given !== '' && !given.includes('${'))
        return given;
    const isPublic = node.type === 'dns' || node.type === 'route';
    return `${slugOf(node)}.${envId}.${isPublic ? `${appId}.${orgId}` : 'svc'}.test`;
};
const propertiesOf = (schema, half) => {
    const properties = (0,sets_json/* ownValue */.eC)(schema, 'properties');
    const section = (0,sets_json/* ownValue */.eC)(schema, half) ?? ((0,sets_json/* isObject */.Gv)(properties) ? (0,sets_json/* ownValue */.eC)(properties, half) : undefined);
    const found = (0,sets_json/* isObject */.Gv)(section) ? (0,sets_json/* ownValue */.eC)(section, 'properties') : undefined;
    return (0,sets_json/* isObject */.Gv)(found) ? found : {};
};
const madeUp = (name, schema, node, place) => {
    if (name === 'host')
        return hostOf(node, place);
    if (name === 'port')
        return ports[node.type] ?? 80;
    const type = (0,sets_json/* isObject */.Gv)(schema) ? schema['type'] : undefined;
    if (type === 'integer' || type === 'number')
        return 0;
    if (type === 'boolean')
        return false;
    if (type === 'array')
        return [];
    return type === 'object' ? {} : slugOf(node);
};
const fromSchema = (node, place) => {
    const schema = node.resource_schema;
    const values = {};
    for (const [name, each] of Object.entries(propertiesOf(schema, 'values'))) {
        (0,sets_json/* setKey */.qL)(values, name, madeUp(name, each, node, place));
    }
    return { values, secrets: Object.keys(propertiesOf(schema, 'secrets')) };
};
const fromTemplate = (template) => {
    if ((0,sets_json/* isObject */.Gv)(template))
        return template;
    if (typeof template !== 'string' || template.includes('{{'))
        return {};
    try {
        const parsed = readYaml(template);
        return (0,sets_json/* isObject */.Gv)(parsed) ? parsed : {};
    }
    catch {
        return {};
    }
};
const looksSecret = (name) => /passw|secret|token|credential|private_?key/i.test(name);
const readDriver = ({ driver }) => {
    const half = (name) => {
        const found = (0,sets_json/* ownValue */.eC)(driver, name);
        return (0,sets_json/* isObject */.Gv)(found) ? found : {};
    };
    return { values: half('values'), secretRefs: half('secret_refs') };
};
const answerOf = (node, place) => {
    const { values, secretRefs } = readDriver(node);
    if (node.driver_type === 'humanitec/template') {
        const templates = (0,sets_json/* ownValue */.eC)(values, 'templates');
        const part = (name) => fromTemplate((0,sets_json/* isObject */.Gv)(templates) ? (0,sets_json/* ownValue */.eC)(templates, name) : undefined);
        return { values: part('outputs'), secrets: Object.keys(part('secrets')), secretRefs: {} };
    }
    const isTold = Object.keys(values).length > 0 || Object.keys(secretRefs).length > 0;
    if (node.driver_type === 'humanitec/echo' && isTold)
        return { values, secrets: [], secretRefs };
    return { ...fromSchema(node, place), secretRefs: {} };
};
const outputsOf = (node, place, store) => {
    const answer = answerOf(node, place);
    const outputs = { values: {}, secretRefs: { ...answer.secretRefs } };
    const addSecret = (name) => (0,sets_json/* setKey */.qL)(outputs.secretRefs, name, {
        store,
        ref: `orgs/${place.orgId}/resources/${node.guresid}/secrets/.${name}`,
        version: '1',
    });
    for (const name of answer.secrets)
        addSecret(name);
    for (const [name, value] of Object.entries(answer.values)) {
        if (looksSecret(name))
            addSecret(name);
        else
            (0,sets_json/* setKey */.qL)(outputs.values, name, value);
    }
    const needsHost = (node.type === 'dns' || node.type === 'route') && !Object.hasOwn(outputs.values, 'host');
    if (needsHost)
        outputs.values['host'] = hostOf(node, place);
    return outputs;
};

;// CONCATENATED MODULE: ./build/orchestrator/resources/provision.js




const provision_contextOf = (node, { orgId, appId, envId, envType }) => ({
    org: { id: orgId },
    app: { id: appId },
    env: { id: envId, type: envType },
    res: { id: node.id, type: node.type, class: node.class, guresid: node.guresid },
});
const provisionAll = (nodes, place, store) => {
    const byKey = new Map();
    const byId = new Map();
    const resolver = (node) => (reference) => {
        if (reference.kind === 'context')
            return valueAt(provision_contextOf(node, place), reference.path);
        const isNamed = reference.kind === 'resource';
        const target = isNamed ? byKey.get(keyOf(reference.name)) : byId.get(reference.id);
        if (!target)
            return undefined;
        if (isNamed && reference.property !== 'outputs')
            return target.node[reference.property];
        return valueAt(target.outputs.values, reference.path);
    };
    for (const node of nodes) {
        const resolve = resolver(node);
        const fill = (value) => resolveReferences(value, node.id, resolve);
        const ready = { ...node, resource: fill(node.resource), driver: fill(node.driver) };
        const provisioned = { node, outputs: outputsOf(ready, place, store) };
        byKey.set(keyOfNode(node), provisioned);
        if (!byId.has(node.id))
            byId.set(node.id, provisioned);
    }
    return [...byKey.values()];
};

;// CONCATENATED MODULE: ./build/orchestrator/resources/model.js





const createResources = ({ store, scheduler }, neighbours) => {
    const resources = store.table('active-resources');
    const scopeOf = ({ orgId, appId, envId }) => `${appScope(orgId, appId)}/${envId}`;
    const keyOfActive = ({ type, class: resourceClass, res_id }) => keyOf({ type, class: resourceClass, id: res_id });
    const require = (place, type, resId) => {
        const name = parseName(type, resId);
        const found = name && resources.get(scopeOf(place), keyOf(name));
        if (!found)
            throw (0,errors/* notFound */.mX)('Active resource', `${type}#${resId}`, `environment '${place.envId}'`);
        return found;
    };
    const forget = (place, key) => {
        if (resources.delete(scopeOf(place), key))
            neighbours.released(place.orgId);
    };
    scheduler.on('resource.deleted', ({ place, key, updatedAt }) => {
        const active = resources.get(scopeOf(place), key);
        if (active?.status === 'deleting' && active.updated_at === updatedAt)
            forget(place, key);
    });
    const toActive = ({ node, outputs }, { orgId, appId, envId, envType, deployId }, pin) => ({
        org_id: orgId,
        app_id: appId,
        env_id: envId,
        env_type: envType,
        res_id: node.id,
        gu_res_id: node.guresid,
        type: node.type,
        class: node.class,
        def_id: node.def_id,
        def_version_id: node.def_version_id,
        ...(pin === undefined ? {} : { target_def_version_id: pin }),
        ...(node.criteria_id === '' ? {} : { criteria_id: node.criteria_id }),
        driver_type: node.driver_type,
        ...(node.driver_account === undefined ? {} : { driver_account: node.driver_account }),
        deploy_id: deployId,
        resource: outputs.values,
        secret_refs: outputs.secretRefs,
        scheduled_deletion: false,
        status: 'active',
        updated_at: scheduler.timestamp(),
    });
    return {
        list: (place, { scheduled_deletion: scheduled } = {}) => resources
            .list(scopeOf(place))
            .filter(({ scheduled_deletion }) => scheduled === undefined || scheduled === scheduled_deletion),
        *inOrganization(orgId) {
            for (const { value } of resources.scan({ scope: orgId, within: true }))
                yield value;
        },
        has: (orgId, appId, envId) => {
            const scope = envId === undefined ? appScope(orgId, appId) : scopeOf({ orgId, appId, envId });
            for (const _ of resources.scan({ scope, within: envId === undefined }))
                return true;
            return false;
        },
        find: (place, name) => resources.get(scopeOf(place), keyOf(name)),
        provision: (place, nodes) => {
            const scope = scopeOf(place);
            for (const provisioned of provisionAll(nodes, place, neighbours.primarySecretStore(place.orgId))) {
                const { node } = provisioned;
                const key = keyOf({ type: node.type, class: node.class, id: node.id });
                const before = resources.get(scope, key);
                const pin = before?.def_id === node.def_id ? before.target_def_version_id : undefined;
                const active = toActive(provisioned, place, pin);
                if (before)
                    resources.update(scope, key, active);
                else
                    resources.insert(scope, key, active);
            }
            neighbours.released(place.orgId);
        },
        delete: (place, type, resId) => {
            const active = require(place, type, resId);
            if (active.status === 'deleting')
                return 'deleting';
            if (neighbours.isDeploying(place)) {
                throw (0,errors/* conflict */.hj)(`Environment '${place.envId}' has an active deployment; wait for its end.`);
            }
            if (active.deploy_id === neighbours.lastSuccess(place)) {
                throw (0,errors/* conflict */.hj)(`Active resource '${type}#${resId}' is in use in environment '${place.envId}': deploy a set without it first, or detach it.`);
            }
            if (!neighbours.driverExists(place.orgId, active.driver_type)) {
                throw (0,errors/* badRequest */.li)(`Resource driver '${active.driver_type}', which would destroy '${type}#${resId}', does not exist: detach the resource instead.`);
            }
            const key = keyOfActive(active);
            resources.update(scopeOf(place), key, { ...active, status: 'deleting', scheduled_deletion: true });
            const { orgId, appId, envId } = place;
            const teardown = { place: { orgId, appId, envId }, key, updatedAt: active.updated_at };
            scheduler.schedule('resource.deleted', scheduler.now() + neighbours.teardownMs(), teardown);
            return 'deleting';
        },
        detach: (place, type, resId) => forget(place, keyOfActive(require(place, type, resId))),
        pin: (place, { type, resId }, versionId) => {
            const { target_def_version_id: _, ...active } = require(place, type, resId);
            const pinned = versionId === null ? active : { ...active, target_def_version_id: versionId };
            if (versionId !== null) {
                const version = neighbours.version(place.orgId, active.def_id, versionId);
                const reason = version.id !== versionId ? `not a version of '${active.def_id}'` : version.archived && 'archived';
                if (reason) {
                    throw (0,errors/* badRequest */.li)(`target_def_version_id: '${versionId}' is ${reason}, from which '${type}#${resId}' was made.`);
                }
            }
            resources.update(scopeOf(place), keyOfActive(active), pinned);
            return pinned;
        },
        forgetEnvironment: (orgId, appId, envId) => {
            resources.deleteAll(scopeOf({ orgId, appId, envId }));
            neighbours.released(orgId);
        },
        forgetApplication: (orgId, appId) => {
            const rows = [...resources.scan({ scope: appScope(orgId, appId), within: true })];
            const scopes = new Set(rows.map(({ value }) => scopeOf({ orgId, appId, envId: value.env_id })));
            for (const scope of scopes)
                resources.deleteAll(scope);
            neighbours.released(orgId);
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/resources/routes.js

const resourceRoutes = (resources, { definitions, sees }) => [
    route('get', '/orgs/{orgId}/apps/{appId}/envs/{envId}/resources', 'app:viewer', ({ path, query }) => ({
        status: 200,
        body: resources.list(path, query),
    })),
    route('delete', '/orgs/{orgId}/apps/{appId}/envs/{envId}/resources/{type}/{resId}', 'app:developer', ({ path, query }) => {
        if (query.detach !== true) {
            resources.delete(path, path.type, path.resId);
            return { status: 202 };
        }
        resources.detach(path, path.type, path.resId);
        return { status: 204 };
    }),
    route('post', '/orgs/{orgId}/apps/{appId}/envs/{envId}/resources/{type}/{resId}/actions/pin', 'app:developer', ({ path, body }) => ({ status: 200, body: resources.pin(path, path, body.target_def_version_id) })),
    route('get', '/orgs/{orgId}/resources/defs/{defId}/resources', 'org:member', ({ path, caller }) => {
        const { id, org_id } = definitions.get(path.orgId, path.defId, true);
        const made = [...resources.inOrganization(org_id)].filter(({ def_id }) => def_id === id);
        return { status: 200, body: made.filter(({ app_id }) => sees(caller, org_id, app_id)) };
    }),
];

;// CONCATENATED MODULE: ./build/orchestrator/resources/uses.js
const createUses = ({ resources, version, underWay }) => function* (orgId) {
    for (const resource of resources.inOrganization(orgId)) {
        const { res_id, app_id, env_id, def_id, target_def_version_id: pin } = resource;
        const by = `active resource '${res_id}' of environment '${app_id}/${env_id}'`;
        yield { by, remedy: 'delete or detach that first', making: resource };
        if (pin === undefined)
            continue;
        const pinned = version(orgId, def_id, pin);
        const making = { ...pinned, secret_refs: pinned.driver_inputs?.secret_refs };
        yield { by: `${by}, by its pin`, remedy: 'take that away first', making };
    }
    for (const { place, deploymentId, nodes } of underWay(orgId)) {
        const by = `deployment '${deploymentId}' of environment '${place.appId}/${place.envId}'`;
        for (const node of nodes) {
            const making = { ...node, secret_refs: node.driver['secret_refs'] };
            yield { by, remedy: 'wait for its end', making };
        }
    }
};

;// CONCATENATED MODULE: ./build/orchestrator/wiring/resource-models.js























const builtInTypeNames = builtInTypes.map(({ type }) => type);
const createResourceModels = (parts, neighbours) => {
    const { auth, checkJsonSchema, cluster, secretStores, sets } = neighbours;
    const primarySecretStore = (orgId) => secretStores.primary(orgId).id;
    const ownDefinitions = (orgId) => definitions.list(orgId, {}).filter(({ is_default }) => !is_default);
    function* underWay(orgId) {
        for (const place of neighbours.places(orgId)) {
            const deployment = neighbours.activeDeployment(place);
            if (deployment?.dependency_graph_id === undefined)
                continue;
            const { nodes } = graphs.get(place, deployment.dependency_graph_id);
            yield { place, envType: neighbours.environment(place).type, deploymentId: deployment.id, nodes };
        }
    }
    const usesBy = (orgId, isUse) => [...uses(orgId)].filter(({ making }) => isUse(making));
    const definitionsBy = (orgId, isUse) => ownDefinitions(orgId)
        .filter(isUse)
        .map(({ id }) => naming(`resource definition '${id}'`));
    const accounts = createResourceAccounts(parts, {
        used: (orgId) => new Set([...ownDefinitions(orgId), ...[...uses(orgId)].map(({ making }) => making)].flatMap(({ driver_account }) => driver_account ?? [])),
        usesOf: (orgId, accountId) => [
            ...definitionsBy(orgId, ({ driver_account }) => driver_account === accountId),
            ...usesBy(orgId, ({ driver_account }) => driver_account === accountId),
        ],
        references: (orgId, accountId) => ({
            resource_definitions: ownDefinitions(orgId).filter(({ driver_account }) => driver_account === accountId),
            active_resources: [...resources.inOrganization(orgId)].filter(({ driver_account }) => driver_account === accountId),
        }),
    });
    const classes = createResourceClasses(parts, {
        requireType: (orgId, type) => void types.get(orgId, type),
    });
    const types = createResourceTypes(parts, {
        checkJsonSchema,
        usesOf: (orgId, type) => [
            ...drivers.ofType(orgId, type).map(({ id }) => naming(`driver '${id}'`)),
            ...definitionsBy(orgId, (definition) => definition.type === type).map(({ by }) => ({
                by,
                remedy: 'delete that first',
            })),
            ...usesBy(orgId, (making) => making.type === type),
        ],
        forgetClasses: classes.forgetType,
    });
    const drivers = createResourceDrivers(parts, {
        checkJsonSchema,
        typeExists: types.exists,
        accountTypeExists: isAccountType,
        usesOf: (orgId, names) => [
            ...definitionsBy(orgId, ({ driver_type }) => names.includes(driver_type)),
            ...usesBy(orgId, ({ driver_type }) => names.includes(driver_type)),
        ],
    });
    const criteria = createMatchingCriteria(parts, {
        builtIn: (type) => (builtInTypeNames.includes(type) ? built_in_builtInId(type) : undefined),
        claims: (orgId) => claims(orgId),
    });
    const driverExists = (orgId, driverType) => drivers.find(orgId, driverType) !== undefined;
    const definitions = createDefinitions(parts, {
        versions: versions_createVersions(parts),
        criteria,
        builtInTypes: () => builtInTypeNames,
        typeExists: types.exists,
        driverExists,
        accountExists: accounts.exists,
        secretStoreExists: secretStores.exists,
        primarySecretStore,
        claims: (orgId) => claims(orgId),
    });
    const graphs = createResourceGraphs(parts, {
        criteria,
        definitions,
        environmentType: (place) => neighbours.environment(place).type,
        pinned: (place, name) => resources.find(place, name)?.target_def_version_id,
        outputsSchema: (orgId, type) => (types.exists(orgId, type) ? types.get(orgId, type).outputs_schema : {}),
    });
    const resources = createResources(parts, {
        lastSuccess: (place) => neighbours.deployments(place).find(({ status }) => status === 'succeeded')?.id,
        isDeploying: (place) => neighbours.deployments(place).some(contract_status/* isActiveDeployment */.Ib),
        driverExists,
        version: definitions.version,
        primarySecretStore,
        teardownMs: () => cluster.behaviour().teardownMs,
        released: definitions.purge,
    });
    const claims = createClaims({ resources, underWay });
    const uses = createUses({ resources, underWay, version: definitions.version });
    return {
        definitions,
        graphs,
        resources,
        *secretsIn(orgId, storeId) {
            yield* definitionsBy(orgId, ({ driver_inputs = {} }) => namesStore(driver_inputs['secret_refs'], storeId));
            yield* usesBy(orgId, ({ secret_refs }) => namesStore(secret_refs, storeId));
        },
        routes: [
            ...definitionRoutes(definitions),
            ...matchingCriteriaRoutes(criteria, definitions),
            ...resourceGraphRoutes(graphs, sets),
            ...resourceAccountRoutes(accounts),
            ...resourceClassRoutes(classes),
            ...resourceDriverRoutes(drivers),
            ...resourceTypeRoutes(types),
            ...resourceRoutes(resources, {
                definitions,
                sees: (caller, orgId, appId) => auth.allows(caller, 'app:viewer', orgId, appId),
            }),
        ],
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/cluster/workloads.js


const replicasOf = ({ replicas }, workload) => (Object.hasOwn(replicas, workload) ? replicas[workload] : undefined) ?? 1;
const podNames = (workload, deploymentId, count) => {
    const hash = (text, length) => (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, length);
    const template = hash(`${deploymentId} ${workload}`, 10);
    return Array.from({ length: count }, (_, index) => `${workload}-${template}-${hash(`${template} ${index}`, 5)}`);
};
const failuresIn = ({ errors }) => new Map(errors.toReversed().map(({ object_id, message }) => [object_id, message]));
const settledAt = (name, { outcome, failures, endedAt }, resumedAt = -Infinity) => {
    if (endedAt === undefined)
        return undefined;
    const waitMs = failures.has(name) ? 0 : (outcome.workloads[name]?.readyAfterMs ?? 0);
    return Math.max(endedAt, resumedAt) + waitMs;
};
const workloads_failureOf = (name, { outcome, failures }) => failures.get(name) ?? outcome.workloads[name]?.neverReady;
const stateOf = (name, rollout, scaling, now) => {
    if (scaling.paused)
        return { status: 'Stopped', message: 'The environment is paused.' };
    if (replicasOf(scaling, name) === 0)
        return { status: 'Stopped', message: 'It is scaled to 0 replicas.' };
    const readyAt = settledAt(name, rollout, scaling.resumedAt);
    if (readyAt === undefined || now < readyAt)
        return { status: 'Starting', message: '' };
    const message = workloads_failureOf(name, rollout);
    if (message !== undefined)
        return { status: 'Failed', message };
    return { status: 'Running', message: '', readyAt };
};
const workloads_workloadOf = ([name, module], rollout, { scaling, now, revision }) => ({
    name,
    ...stateOf(name, rollout, scaling, now),
    revision,
    pods: podNames(name, rollout.deploymentId, scaling.paused ? 0 : replicasOf(scaling, name)),
    containers: containersOf(module),
});
const workloadsAt = (rollouts, scaling, now) => {
    const [last] = rollouts;
    if (!last)
        return [];
    return Object.entries(last.modules).map((entry) => {
        const revision = rollouts.filter(({ modules }) => Object.hasOwn(modules, entry[0])).length;
        return workloads_workloadOf(entry, last, { scaling, now, revision });
    });
};

;// CONCATENATED MODULE: ./build/orchestrator/runtime/logs.js


const defaultLimit = 100;
const maxLimit = 1000;
const linesOf = (rollout, scaling) => Object.entries(rollout.modules).flatMap(([workload, module]) => {
    const settled = settledAt(workload, rollout);
    const failure = workloads_failureOf(workload, rollout);
    const pods = podNames(workload, rollout.deploymentId, replicasOf(scaling, workload));
    return containersOf(module).flatMap(({ name, image }) => pods.flatMap((pod) => {
        const from = { workload_id: workload, container_id: name };
        const start = { ...from, at: rollout.beganAt, level: 'INFO', payload: `${pod}: starting ${image}` };
        if (settled === undefined)
            return [start];
        const end = failure === undefined
            ? { level: 'INFO', payload: `${pod}: ready` }
            : { level: 'ERROR', payload: `${pod}: ${failure}` };
        return [start, { ...from, at: settled, ...end }];
    }));
});
const toEntry = ({ at, ...line }) => ({ ...line, timestamp: new Date(at).toISOString() });
const readLogs = (rollouts, scaling, query, now) => {
    const { workload_id, container_id, deployment_id, timestamp_from, timestamp_to, asc = false, invert = false } = query;
    const limit = Math.min(Number(query.limit ?? defaultLimit), maxLimit);
    const earliest = timestamp_from === undefined ? -Infinity : Date.parse(timestamp_from);
    const latest = Math.min(now, timestamp_to === undefined ? Infinity : Date.parse(timestamp_to));
    const isAskedFor = (line, until) => (workload_id ?? line.workload_id) === line.workload_id &&
        (container_id ?? line.container_id) === line.container_id &&
        line.at >= earliest &&
        line.at <= latest &&
        line.at < until;
    const spans = rollouts.map((rollout, index) => ({ rollout, until: rollouts[index - 1]?.beganAt ?? Infinity }));
    const taken = [];
    for (const { rollout, until } of asc ? spans.toReversed() : spans) {
        if (taken.length >= limit)
            break;
        if (deployment_id !== undefined && deployment_id !== rollout.deploymentId)
            continue;
        const lines = linesOf(rollout, scaling).filter((line) => isAskedFor(line, until));
        lines.sort((one, other) => (asc ? one.at - other.at : other.at - one.at));
        taken.push(...lines);
    }
    const entries = taken.slice(0, limit).map(toEntry);
    return invert ? entries.toReversed() : entries;
};

;// CONCATENATED MODULE: ./build/orchestrator/runtime/views.js
const classes = {
    Running: 'Success',
    Starting: 'Warning',
    Failed: 'Failure',
    Stopped: 'Stopped',
};
const worstFirst = ['Failure', 'Warning', 'Success', 'Stopped'];
const classOf = (workloads) => worstFirst.find((each) => workloads.some(({ status }) => classes[status] === each)) ?? 'Unknown';
const podStates = {
    Running: { phase: 'Running', status: 'Success' },
    Starting: { phase: 'Pending', status: 'Pending' },
    Failed: { phase: 'Running', status: 'Failure' },
    Stopped: { phase: 'Pending', status: 'Pending' },
};
const containerState = ({ status, message, readyAt }) => {
    if (readyAt !== undefined)
        return { running: { started_at: new Date(readyAt).toISOString() } };
    return { waiting: { reason: status === 'Failed' ? 'CrashLoopBackOff' : 'ContainerCreating', message } };
};
const controllerOf = (workload) => {
    const { name, status, message, revision, pods, containers } = workload;
    const state = podStates[status];
    const containerStatuses = containers.map((container) => ({
        name: container.name,
        ready: status === 'Running',
        restart_count: 0,
        restartCount: 0,
        status: state.status,
        state: containerState(workload),
    }));
    const states = pods.map((podName) => ({ podName, revision, ...state, containerStatuses }));
    return [name, { kind: 'Deployment', replicas: pods.length, status, message, revision, pods: states }];
};
const namespaceOf = ({ appId, envId }) => `${appId}-${envId}`;
const toV1 = (place, workloads) => ({
    namespace: namespaceOf(place),
    modules: Object.fromEntries(workloads.map((workload) => [workload.name, Object.fromEntries([controllerOf(workload)])])),
});
const toV2 = (place, workloads) => ({
    namespace: namespaceOf(place),
    modules: Object.fromEntries(workloads.map((workload) => [
        workload.name,
        {
            status: workload.status,
            status_class: classes[workload.status],
            controllers: Object.fromEntries([controllerOf(workload)]),
        },
    ])),
});

;// CONCATENATED MODULE: ./build/orchestrator/runtime/model.js






const maxReplicas = 100;
const untouched = { paused: false, replicas: {} };
const createRuntime = ({ store, scheduler }, neighbours) => {
    const scalings = store.table('runtime');
    const scalingOf = ({ orgId, appId, envId }) => scalings.get(appScope(orgId, appId), envId) ?? untouched;
    const setScaling = ({ orgId, appId, envId }, scaling) => {
        scalings.delete(appScope(orgId, appId), envId);
        scalings.insert(appScope(orgId, appId), envId, scaling);
    };
    const toRollout = ({ orgId, appId }, { deployment, outcome, endedAt }) => ({
        deploymentId: deployment.id,
        outcome,
        failures: failuresIn(outcome),
        beganAt: Date.parse(deployment.created_at) + outcome.pendingMs,
        ...(endedAt === undefined ? {} : { endedAt }),
        modules: neighbours.modulesOf(orgId, appId, deployment.set_id),
    });
    const rolloutsOf = (place) => neighbours.begun(place).map((record) => toRollout(place, record));
    const workloads = (place) => workloadsAt(rolloutsOf(place), scalingOf(place), scheduler.now());
    const authorize = (place, caller) => neighbours.mayDeploy(caller, { ...place, envType: neighbours.environment(place).type });
    return {
        workloads,
        summary: (orgId, appId, envIds) => envIds.map((envId) => {
            const place = { orgId, appId, envId };
            if (!neighbours.environmentExists(orgId, appId, envId)) {
                const error = `Environment '${envId}' does not exist in application '${orgId}/${appId}'.`;
                return { id: envId, paused: false, error };
            }
            return { id: envId, paused: scalingOf(place).paused, status: classOf(workloads(place)) };
        }),
        scale: (place, replicas, caller) => {
            authorize(place, caller);
            const scaling = scalingOf(place);
            if (scaling.paused)
                throw (0,errors/* badRequest */.li)(`Environment '${place.envId}' is paused: resume it before you scale it.`);
            const [last] = rolloutsOf(place);
            const modules = last?.modules ?? {};
            const names = Object.keys(modules);
            for (const [name, count] of Object.entries(replicas)) {
                if (!Object.hasOwn(modules, name)) {
                    const known = names.length > 0 ? `its workloads are ${(0,first_of/* firstOf */.K)(names, 20)}` : 'nothing has been deployed to it';
                    throw (0,errors/* badRequest */.li)(`Environment '${place.envId}' has no workload '${name}': ${known}.`);
                }
                if (count > maxReplicas)
                    throw (0,errors/* badRequest */.li)(`body/${name} must be <= ${maxReplicas}: the cluster has no more room.`);
            }
            setScaling(place, { ...scaling, replicas: { ...scaling.replicas, ...replicas } });
        },
        pause: (place, paused, caller) => {
            authorize(place, caller);
            const scaling = scalingOf(place);
            if (paused === scaling.paused)
                return;
            setScaling(place, { ...scaling, paused, ...(paused ? {} : { resumedAt: scheduler.now() }) });
        },
        isPaused: (place) => scalingOf(place).paused,
        logs: (place, query) => readLogs(rolloutsOf(place), scalingOf(place), query, scheduler.now()),
        forgetEnvironment: (orgId, appId, envId) => void scalings.delete(appScope(orgId, appId), envId),
        forgetApplication: (orgId, appId) => scalings.deleteAll(appScope(orgId, appId)),
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/runtime/connectivity.js

const checkConnectivity = ({ locate, definitionOf }, orgId, { app_id, env_id, env_type, expected_definitions = [] }) => {
    const place = { orgId, appId: app_id, envId: env_id, envType: env_type };
    locate(place);
    const idOf = (type) => (0,external_node_crypto_.createHash)('sha1').update(`${orgId}/${app_id}/${env_id} ${type}`).digest('hex');
    const summaryOf = (type, dependsOn) => ({
        type,
        class: 'default',
        res_id: type,
        gu_res_id: idOf(type),
        depends_on: dependsOn.map(idOf),
        ...definitionOf(place, type),
    });
    const resource_summaries = [summaryOf('k8s-cluster', []), summaryOf('k8s-namespace', ['k8s-cluster'])];
    const differences = expected_definitions.flatMap(({ type, id }) => {
        const chosen = resource_summaries.find((each) => each.type === type)?.def_id;
        if (chosen === id)
            return [];
        return [
            chosen === undefined ? `'${type}' is not part of the check` : `'${type}' is given by '${chosen}', not '${id}'`,
        ];
    });
    const conditions = [
        { type: 'GraphCanProvision', status: 'True', message: 'Every resource has a definition.' },
        differences.length === 0
            ? { type: 'DefinitionsAsExpected', status: 'True', message: 'The definitions are the expected ones.' }
            : { type: 'DefinitionsAsExpected', status: 'False', message: `${differences.join('; ')}.` },
        { type: 'ClusterReachable', status: 'True', message: 'The simulated cluster answers.' },
    ];
    return { success: conditions.every(({ status }) => status !== 'False'), resource_summaries, conditions };
};

;// CONCATENATED MODULE: ./build/orchestrator/runtime/routes.js



const secondForm = 'application/v2+json';
const routes_accepts = (header, type) => (header ?? '').split(',').some((one) => one.split(';', 1)[0]?.trim().toLowerCase() === type);
const runtimeRoutes = (runtime, connectivity) => [
    route('get', '/orgs/{orgId}/apps/{appId}/runtime', 'app:viewer', ({ path, query }) => ({
        status: 200,
        body: runtime.summary(path.orgId, path.appId, query.id),
    })),
    route('get', '/orgs/{orgId}/apps/{appId}/envs/{envId}/runtime', 'app:viewer', ({ path, headers }) => {
        const workloads = runtime.workloads(path);
        return routes_accepts(headers['accept'], secondForm)
            ? { status: 200, text: JSON.stringify(toV2(path, workloads)), headers: { 'content-type': secondForm } }
            : { status: 200, body: toV1(path, workloads) };
    }),
    route('patch', '/orgs/{orgId}/apps/{appId}/envs/{envId}/runtime/replicas', 'app:developer', (call) => {
        runtime.scale(call.path, call.body, call.caller);
        return { status: 204 };
    }),
    route('put', '/orgs/{orgId}/apps/{appId}/envs/{envId}/runtime/paused', 'app:developer', (call) => {
        runtime.pause(call.path, call.body, call.caller);
        return { status: 204 };
    }),
    route('get', '/orgs/{orgId}/apps/{appId}/envs/{envId}/logs', 'app:viewer', ({ path, query }) => ({
        status: 200,
        body: runtime.logs(path, query),
    })),
    route('post', '/orgs/{orgId}/runtime/actions/check-connectivity', 'org:administrator', ({ path, body }) => ({
        status: 200,
        body: checkConnectivity(connectivity, path.orgId, body),
    })),
];

// EXTERNAL MODULE: ./build/sets/apply.js
var apply = __webpack_require__(7281);
// EXTERNAL MODULE: ./build/sets/delta.js
var delta = __webpack_require__(8015);
// EXTERNAL MODULE: ./build/sets/diff.js
var diff = __webpack_require__(406);
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
        throw new errors/* HttpError */.j$(404, body, { body });
    };
    const require = (orgId, appId, id) => {
        const found = find(orgId, appId, id);
        if (!found)
            throw (0,errors/* badRequest */.li)(noSuch('Set', id, orgId, appId));
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
                throw (0,errors/* badRequest */.li)(noSuch('Delta', deltaId, orgId, appId));
            return applyTo(orgId, appId, require(orgId, appId, id), delta);
        },
        diff: (orgId, appId, id, sourceId) => toPlainDelta((0,diff/* diffSets */.Z)(record(orgId, appId, id), record(orgId, appId, sourceId))),
        forgetApplication: (orgId, appId) => sets.deleteAll(appScope(orgId, appId)),
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/score/routes.js


const scoreRoutes = () => [
    route('post', '/orgs/{orgId}/artefact-versions/convert-score', 'org:member', ({ body }) => ({
        status: 200,
        body: toScoreSet(body),
    })),
];

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

;// CONCATENATED MODULE: ./build/orchestrator/value-set-versions/history.js

const choose = (ofApplication, ofEnvironment) => {
    if (ofApplication === undefined)
        return undefined;
    return ofEnvironment === undefined
        ? { revision: ofApplication, source: 'app' }
        : { revision: ofEnvironment, source: 'env' };
};
const history_isSame = (one, other) => one?.revision === other?.revision && one?.source === other?.source;
const toValue = (revision, source) => {
    const { key, value, description, secret, created_at, updated_at } = revision;
    return {
        key,
        value,
        description,
        is_secret: secret !== undefined,
        source,
        secret_store_id: secret?.store ?? null,
        secret_key: secret?.key ?? null,
        secret_version: secret?.version ?? null,
        created_at,
        updated_at,
    };
};
const heldOf = ({ application, environment }) => {
    const held = new Map();
    for (const key of [...application.keys()].sort()) {
        const chosen = choose(application.get(key), environment.get(key));
        if (chosen)
            held.set(key, chosen);
    }
    return held;
};
const stepsOf = ({ application, environment }, { envId, changes }) => changes
    .map(({ key, before }) => ({
    key,
    from: envId === undefined ? choose(before, environment.get(key)) : choose(application.get(key), before),
    to: choose(application.get(key), environment.get(key)),
}))
    .filter(({ from, to }) => !history_isSame(from, to));
const takeBack = ({ application, environment }, { envId, changes }) => {
    const changed = envId === undefined ? application : environment;
    for (const { key, before } of changes) {
        if (before === undefined)
            changed.delete(key);
        else
            changed.set(key, before);
    }
};
const createHistory = (ledger, revisions) => {
    const inForce = (level) => ({
        application: ledger.inForce({ orgId: level.orgId, appId: level.appId }),
        environment: level.envId === undefined ? new Map() : ledger.inForce(level),
    });
    const createShow = (level) => {
        const shown = new Map();
        return ({ revision, source }) => {
            const id = `${source} ${revision}`;
            if (!shown.has(id)) {
                const found = revisions.get(level, revision);
                shown.set(id, found && toValue(found, source));
            }
            return shown.get(id);
        };
    };
    const valuesOf = (state, show) => [...heldOf(state).values()].flatMap((held) => show(held) ?? []);
    return {
        now: (level) => valuesOf(inForce(level), createShow(level)),
        *moments(level) {
            const state = inForce(level);
            const show = createShow(level);
            for (const record of ledger.versions(level)) {
                const steps = stepsOf(state, record);
                yield {
                    record,
                    held: () => heldOf(state),
                    values: () => valuesOf(state, show),
                    changedKeys: () => steps.map(({ key }) => key),
                    change: () => steps.flatMap(({ key, from, to }) => {
                        const path = (0,pointer/* printPointer */.Vs)([key]);
                        const had = from && show(from) !== undefined;
                        const value = to && show(to);
                        if (value)
                            return [{ op: had ? 'replace' : 'add', path, value }];
                        return had ? [{ op: 'remove', path }] : [];
                    }),
                };
                takeBack(state, record);
            }
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/values/level.js

const levelPaths = ['/orgs/{orgId}/apps/{appId}', '/orgs/{orgId}/apps/{appId}/envs/{envId}'];
const appScopeOf = ({ orgId, appId }) => appScope(orgId, appId);
const level_scopeOf = (level) => level.envId === undefined ? appScopeOf(level) : `${appScopeOf(level)}/${level.envId}`;
const nameOf = ({ orgId, appId, envId }) => envId === undefined ? `application '${orgId}/${appId}'` : `environment '${envId}'`;

;// CONCATENATED MODULE: ./build/orchestrator/value-set-versions/deployment-errors.js
const codes = { purged: 'VAL-001', unresolved: 'VAL-002' };
const purgedError = (envId, key, versionId) => ({
    code: codes.purged,
    error_type: 'value',
    scope: 'environment',
    object_id: envId,
    summary: `Value '${key}' was purged`,
    message: `Value '${key}' of value set version '${versionId}' was purged: deploy with a version that does not have it.`,
});
const keysIn = (part) => {
    const mentions = JSON.stringify(part).matchAll(/\$\{values\.([A-Za-z0-9_.-]+)\}/g);
    return new Set([...mentions].flatMap(([, key]) => key ?? []));
};
const unresolvedErrors = ({ modules, shared }, fault) => {
    const errorsIn = (scope, parts) => Object.entries(parts).flatMap(([name, part]) => [...keysIn(part)].flatMap((key) => {
        const reason = fault(key);
        if (reason === undefined)
            return [];
        return {
            code: codes.unresolved,
            error_type: 'value',
            scope,
            object_id: name,
            summary: `Value '${key}' cannot be resolved`,
            message: `\${values.${key}} in ${scope} '${name}' names a shared value ${reason}.`,
        };
    }));
    return [...errorsIn('workload', modules), ...errorsIn('resource', shared)];
};

;// CONCATENATED MODULE: ./build/orchestrator/value-set-versions/model.js



const newestId = '00000000-0000-0000-0000-000000000000';
const createValueSetVersions = (ledger, revisions, { history, secretStoreExists }) => {
    const lostStore = ({ orgId }, { secret }) => secret && !secretStoreExists(orgId, secret.store) ? secret.store : undefined;
    const at = (level, id, work) => {
        const isNewest = id === newestId && level.envId !== undefined;
        if (isNewest || ledger.has(level, id)) {
            for (const moment of history.moments(level))
                if (isNewest || moment.record.id === id)
                    return work(moment);
        }
        throw (0,errors/* notFound */.mX)('Value set version', id, nameOf(level));
    };
    const toVersion = ({ record, values, change }) => {
        const { id, result_of, comment, created_at, created_by, source_value_set_version_id } = record;
        return {
            id,
            values: Object.fromEntries(values().map((value) => [value.key, value])),
            change: change(),
            result_of,
            comment,
            source_value_set_version_id,
            created_at,
            created_by,
            updated_at: created_at,
        };
    };
    const get = (level, id) => at(level, id, toVersion);
    const past = (level, id) => at(level, id, ({ record, held }) => ({ id: record.id, held: held() }));
    const requireUnpurged = (level, key, { revision }, id) => {
        const found = revisions.get(level, revision);
        if (!found)
            throw (0,errors/* badRequest */.li)(`Value '${key}' of value set version '${id}' was purged.`);
        return found;
    };
    const requireUsable = (level, key, held, id) => {
        const store = lostStore(level, requireUnpurged(level, key, held, id));
        if (store === undefined)
            return;
        throw (0,errors/* badRequest */.li)(`Value '${key}' of value set version '${id}' lies in secret store '${store}', which does not exist any more.`);
    };
    const toRestore = (level, key, held) => {
        if (!held || level.envId === undefined)
            return held?.revision;
        const { orgId, appId } = level;
        const base = ledger.inForceOf({ orgId, appId }, key);
        return base === undefined || (held.source === 'app' && held.revision === base) ? undefined : held.revision;
    };
    const commit = (level, after, occasion) => get(level, ledger.commit(level, after, occasion).id);
    return {
        list: (level, { key_changed }) => {
            const found = [];
            for (const moment of history.moments(level)) {
                const isWanted = key_changed === undefined ||
                    moment.record.purged === key_changed ||
                    moment.changedKeys().includes(key_changed);
                if (isWanted)
                    found.push(toVersion(moment));
            }
            return found;
        },
        get,
        restore: (level, id, act) => {
            const { id: source, held } = past(level, id);
            for (const [key, each] of held)
                requireUsable(level, key, each, source);
            const keys = new Set([...ledger.inForce(level).keys(), ...held.keys()]);
            const after = new Map([...keys].map((key) => [key, toRestore(level, key, held.get(key))]));
            return commit(level, after, { ...act, action: 'value_set_version_restore', source });
        },
        restoreKey: (level, id, key, act) => {
            const { id: source, held } = past(level, id);
            const before = held.get(key);
            if (!before)
                throw (0,errors/* badRequest */.li)(`Value set version '${source}' has no value '${key}'.`);
            requireUsable(level, key, before, source);
            const { orgId, appId } = level;
            if (level.envId !== undefined && ledger.inForceOf({ orgId, appId }, key) === undefined) {
                throw (0,errors/* badRequest */.li)(`Application '${orgId}/${appId}' has no value '${key}' any more: restore it there first.`);
            }
            const after = new Map([[key, toRestore(level, key, before)]]);
            return commit(level, after, { ...act, action: 'value_set_version_restore', source });
        },
        purge: (level, id, key, act) => {
            const { id: source, held } = past(level, id);
            const before = held.get(key);
            if (!before)
                throw (0,errors/* badRequest */.li)(`Value set version '${source}' has no value '${key}'.`);
            const alike = revisions.alike(level, requireUnpurged(level, key, before, source));
            const inForce = ledger.inForceAnywhere(level, key);
            if (alike.some((each) => inForce.has(each.id))) {
                throw (0,errors/* badRequest */.li)(`Value '${key}' of value set version '${source}' is in force in the application or one of its environments: change or delete it there first.`);
            }
            revisions.erase(level, alike);
            ledger.commit(level, [], { ...act, action: 'value_set_version_purge', source, purged: key });
        },
        newest: (level) => {
            for (const { id } of ledger.versions(level))
                return id;
            return undefined;
        },
        has: ledger.has,
        deploymentErrors: (level, id, content) => {
            const held = id === undefined ? new Map() : past(level, id).held;
            const purged = [...held].filter(([, { revision }]) => !revisions.get(level, revision)).map(([key]) => key);
            if (id !== undefined && purged.length > 0)
                return purged.map((key) => purgedError(level.envId, key, id));
            return unresolvedErrors(content, (key) => {
                const revision = revisions.get(level, held.get(key)?.revision ?? '');
                if (!revision)
                    return 'that the environment does not have';
                const store = lostStore(level, revision);
                return store === undefined ? undefined : `that lies in secret store '${store}', which does not exist any more`;
            });
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/value-set-versions/routes.js


const valueSetVersionRoutes = (versions) => levelPaths.flatMap((level) => {
    const all = `${level}/value-set-versions`;
    const one = `${all}/{valueSetVersionId}`;
    return [
        route('get', all, 'app:viewer', ({ path, query }) => ({ status: 200, body: versions.list(path, query) })),
        route('get', one, 'app:viewer', ({ path }) => ({
            status: 200,
            body: versions.get(path, path.valueSetVersionId),
        })),
        route('post', `${one}/restore`, 'app:developer', ({ path, body, caller }) => ({
            status: 200,
            body: versions.restore(path, path.valueSetVersionId, { ...body, by: caller }),
        })),
        route('post', `${one}/restore/{key}`, 'app:developer', ({ path, body, caller }) => ({
            status: 200,
            body: versions.restoreKey(path, path.valueSetVersionId, path.key, { ...body, by: caller }),
        })),
        route('post', `${one}/purge/{key}`, 'app:developer', ({ path, body, caller }) => {
            versions.purge(path, path.valueSetVersionId, path.key, { ...body, by: caller });
            return { status: 204 };
        }),
    ];
});

;// CONCATENATED MODULE: ./build/orchestrator/values/ledger.js

const createLedger = ({ store, scheduler, random }, revisions) => {
    const inForce = store.table('values');
    const versions = store.table('value-set-versions');
    const inForceOf = (level, key) => inForce.get(level_scopeOf(level), key)?.revision;
    const isVisible = ({ envId }, level) => envId === undefined || envId === level.envId;
    const put = (level, { key, before, after }) => {
        const scope = level_scopeOf(level);
        if (after === undefined)
            inForce.delete(scope, key);
        else if (before === undefined)
            inForce.insert(scope, key, { key, revision: after });
        else
            inForce.update(scope, key, { key, revision: after });
    };
    return {
        inForce: (level) => new Map(inForce.list(level_scopeOf(level)).map(({ key, revision }) => [key, revision])),
        inForceOf,
        inForceAnywhere: ({ orgId, appId }, key) => {
            const found = new Set();
            const application = { orgId, appId };
            const inApplication = inForceOf(application, key);
            if (inApplication !== undefined)
                found.add(inApplication);
            for (const { value } of inForce.scan({ scope: level_scopeOf(application), within: true })) {
                if (value.key === key)
                    found.add(value.revision);
            }
            return found;
        },
        commit: (level, wanted, { action, by, comment = '', source = null, purged }) => {
            const changes = [];
            for (const [key, after] of wanted) {
                const before = inForceOf(level, key);
                if (before === after)
                    continue;
                const change = { key, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
                put(level, change);
                changes.push(change);
            }
            const { envId } = level;
            const record = {
                id: random.uuid(),
                ...(envId === undefined ? {} : { envId }),
                changes,
                result_of: `${envId === undefined ? 'app' : 'env'}_${action}`,
                comment,
                created_at: scheduler.timestamp(),
                created_by: by.id,
                source_value_set_version_id: source,
                ...(purged === undefined ? {} : { purged }),
            };
            versions.insert(appScopeOf(level), record.id, record);
            return record;
        },
        *versions(level) {
            for (const { value } of versions.scan({ scope: appScopeOf(level), order: 'newest-first' })) {
                if (isVisible(value, level))
                    yield value;
            }
        },
        has: (level, id) => {
            const found = versions.get(appScopeOf(level), id);
            return found !== undefined && isVisible(found, level);
        },
        forgetEnvironment: (level) => {
            inForce.deleteAll(level_scopeOf(level));
            for (const { id, envId } of versions.list(appScopeOf(level))) {
                if (envId === level.envId)
                    versions.delete(appScopeOf(level), id);
            }
            revisions.forgetEnvironment(level);
        },
        forgetApplication: (orgId, appId) => {
            const application = { orgId, appId };
            inForce.deleteAll(level_scopeOf(application));
            const environments = new Set(versions.list(appScopeOf(application)).flatMap(({ envId }) => envId ?? []));
            for (const envId of environments)
                inForce.deleteAll(level_scopeOf({ ...application, envId }));
            versions.deleteAll(appScopeOf(application));
            revisions.forgetApplication(orgId, appId);
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/values/content.js

const content_builtInStore = 'humanitec';
const content_readReference = ({ value, store, ref, version }, storeExists) => {
    if (value !== undefined) {
        if (store !== undefined || ref !== undefined || version !== undefined) {
            throw (0,errors/* badRequest */.li)('secret_ref has either a value, or store and ref with at most a version.');
        }
        return { text: value, isSecret: true };
    }
    if (!store || !ref)
        throw (0,errors/* badRequest */.li)('secret_ref needs a value, or both store and ref.');
    if (store === content_builtInStore) {
        throw (0,errors/* badRequest */.li)(`secret_ref.store cannot be '${content_builtInStore}': give the secret itself as secret_ref.value.`);
    }
    if (!storeExists(store))
        throw (0,errors/* badRequest */.li)(`secret_ref.store '${store}' does not exist in the organization.`);
    return { location: { store, key: ref, version: version ?? null } };
};
const readContent = ({ value, secret_ref }, isSecret, storeExists) => {
    if (!secret_ref)
        return typeof value === 'string' ? { text: value, isSecret } : undefined;
    if (!isSecret)
        throw (0,errors/* badRequest */.li)('secret_ref is for secrets only: this value is none.');
    if (typeof value === 'string')
        throw (0,errors/* badRequest */.li)('value and secret_ref exclude each other: give one of them.');
    return content_readReference(secret_ref, storeExists);
};

;// CONCATENATED MODULE: ./build/orchestrator/values/model.js




const contentOf = ({ value, secret }) => secret ? { location: secret } : { text: value, isSecret: false };
const checkKey = (key) => {
    if (key === '.' || key === '..')
        throw (0,errors/* badRequest */.li)(`key cannot be '${key}', which means something else in a path.`);
    if (/^[A-Za-z0-9_.-]+$/.test(key))
        return;
    throw (0,errors/* badRequest */.li)(`key '${key}' must consist of letters, digits, '_', '.' and '-'.`);
};
const createValues = (ledger, revisions, { history, secretStoreExists }) => {
    const inForce = (level, key) => {
        const id = ledger.inForceOf(level, key);
        return id === undefined ? undefined : revisions.get(level, id);
    };
    const require = (level, key) => {
        const found = inForce(level, key);
        if (!found)
            throw (0,errors/* notFound */.mX)('Value', key, nameOf(level));
        return found;
    };
    const show = (level, revision) => toValue(revision, level.envId === undefined ? 'app' : 'env');
    const read = ({ orgId }, request, isSecret) => readContent(request, isSecret, (id) => secretStoreExists(orgId, id));
    const baseOf = ({ orgId, appId, envId }, key) => {
        if (envId === undefined)
            return undefined;
        const base = inForce({ orgId, appId }, key);
        if (base)
            return base;
        throw (0,errors/* badRequest */.li)(`Application '${orgId}/${appId}' has no value '${key}' to override: create it there first.`);
    };
    const revise = (level, { from, by }, { description = from.description, content }) => {
        const isSame = description === from.description &&
            (content === undefined || ('text' in content && !content.isSecret && content.text === from.value));
        if (isSame)
            return show(level, from);
        const { key, created_at } = from;
        const revision = revisions.add(level, { key, description, content: content ?? contentOf(from), created_at });
        ledger.commit(level, [[key, revision.id]], { action: 'value_update', by });
        return show(level, revision);
    };
    return {
        list: history.now,
        create: (level, request, by) => {
            const { key, description, secret_ref } = request;
            checkKey(key);
            const base = baseOf(level, key);
            if (inForce(level, key))
                throw (0,errors/* conflict */.hj)(`Value '${key}' exists already in ${nameOf(level)}.`);
            const isSecret = request.is_secret ?? (base?.secret !== undefined || Boolean(secret_ref));
            const content = read(level, request, isSecret);
            if (!content)
                throw (0,errors/* badRequest */.li)(`value is missing${isSecret ? ': give it, or a secret_ref' : ''}.`);
            const revision = revisions.add(level, { key, description: description ?? '', content });
            ledger.commit(level, [[key, revision.id]], { action: 'value_create', by });
            return show(level, revision);
        },
        replace: (level, key, request, by) => {
            const from = require(level, key);
            const content = read(level, request, from.secret !== undefined);
            if (!content)
                throw (0,errors/* badRequest */.li)('value is missing: PUT takes both value and description, PATCH either.');
            return revise(level, { from, by }, { description: request.description ?? '', content });
        },
        update: (level, key, request, by) => {
            const from = require(level, key);
            const content = read(level, request, from.secret !== undefined);
            const { description } = request;
            if (!content && typeof description !== 'string')
                throw (0,errors/* badRequest */.li)('Give value or description, or both.');
            return revise(level, { from, by }, { ...(typeof description === 'string' ? { description } : {}), content });
        },
        delete: (level, key, by) => {
            require(level, key);
            ledger.commit(level, [[key, undefined]], { action: 'value_delete', by });
        },
        deleteAll: (level, by) => {
            const keys = [...ledger.inForce(level).keys()];
            if (keys.length === 0)
                return;
            ledger.commit(level, keys.map((key) => [key, undefined]), { action: 'values_delete', by });
        },
        disclose: (level) => {
            const disclosed = ({ key, value, secret }) => secret ? { key, value: revisions.secretText(level, secret), is_secret: true } : { key, value, is_secret: false };
            const keys = [...ledger.inForce(level).keys()].sort();
            return keys.flatMap((key) => inForce(level, key) ?? []).map(disclosed);
        },
        *secretsIn(levels, storeId) {
            for (const level of levels) {
                for (const [key, id] of ledger.inForce(level)) {
                    if (revisions.get(level, id)?.secret?.store === storeId)
                        yield `value '${key}' of ${nameOf(level)}`;
                }
            }
        },
        secretTexts: revisions.secretTexts,
        forgetEnvironment: (orgId, appId, envId) => ledger.forgetEnvironment({ orgId, appId, envId }),
        forgetApplication: ledger.forgetApplication,
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/values/revisions.js

const secretId = ({ store, key, version }) => JSON.stringify([store, key, version]);
const secretIds = (revisions) => revisions.flatMap(({ secret }) => (secret ? [secretId(secret)] : []));
const createRevisions = ({ store, scheduler, random }, { primaryStore }) => {
    const revisions = store.table('value-revisions');
    const texts = store.table('value-secrets');
    const counts = store.table('value-secret-counts');
    const countId = ({ envId = '' }, key) => `${envId}/${key}`;
    const nextVersion = (level, key) => {
        const scope = appScopeOf(level);
        const id = countId(level, key);
        const known = counts.get(scope, id);
        const count = (known?.count ?? 0) + 1;
        if (known)
            counts.update(scope, id, { count });
        else
            counts.insert(scope, id, { count });
        return String(count);
    };
    const newLocation = (level, key) => {
        const { orgId, appId, envId } = level;
        const place = ['orgs', orgId, 'apps', appId, ...(envId === undefined ? [] : ['envs', envId]), 'secret_values', key];
        const { id, gcpsm } = primaryStore(orgId);
        const path = gcpsm === undefined ? `${place.join('/')}/.value` : place.join('--');
        return { store: id, key: path, version: nextVersion(level, key) };
    };
    const keepSecret = (level, key, text) => {
        const location = newLocation(level, key);
        texts.insert(appScopeOf(level), secretId(location), { text });
        return location;
    };
    const secretText = (level, secret) => texts.get(appScopeOf(level), secretId(secret))?.text;
    const contentOf = (level, { value, secret }) => {
        if (!secret)
            return `text ${value}`;
        const text = secretText(level, secret);
        return text === undefined ? `reference ${secretId(secret)}` : `text ${text}`;
    };
    return {
        get: (level, id) => revisions.get(appScopeOf(level), id),
        add: (level, { key, description, content, created_at }) => {
            const now = scheduler.timestamp();
            const isOpen = 'text' in content && !content.isSecret;
            const revision = {
                id: random.uuid(),
                key,
                ...(level.envId === undefined ? {} : { envId: level.envId }),
                description,
                value: isOpen ? content.text : '',
                ...(isOpen ? {} : { secret: 'text' in content ? keepSecret(level, key, content.text) : content.location }),
                created_at: created_at ?? now,
                updated_at: now,
            };
            revisions.insert(appScopeOf(level), revision.id, revision);
            return revision;
        },
        alike: (level, revision) => {
            const content = contentOf(level, revision);
            return revisions
                .list(appScopeOf(level))
                .filter((each) => each.key === revision.key && contentOf(level, each) === content);
        },
        secretText,
        secretTexts: (level) => texts.list(appScopeOf(level)).map(({ text }) => text),
        erase: (level, erased) => {
            const scope = appScopeOf(level);
            for (const { id } of erased)
                revisions.delete(scope, id);
            for (const id of secretIds(erased))
                texts.delete(scope, id);
        },
        forgetEnvironment: (level) => {
            const scope = appScopeOf(level);
            const { own = [], others = [] } = Object.groupBy(revisions.list(scope), ({ envId }) => envId === level.envId ? 'own' : 'others');
            for (const { id, key } of own) {
                revisions.delete(scope, id);
                counts.delete(scope, countId(level, key));
            }
            const needed = new Set(secretIds(others));
            for (const id of secretIds(own))
                if (!needed.has(id))
                    texts.delete(scope, id);
        },
        forgetApplication: (orgId, appId) => {
            const scope = appScopeOf({ orgId, appId });
            for (const table of [revisions, texts, counts])
                table.deleteAll(scope);
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/values/routes.js


const valueRoutes = (values) => levelPaths.flatMap((level) => {
    const all = `${level}/values`;
    const one = `${all}/{key}`;
    return [
        route('get', all, 'app:viewer', ({ path }) => ({ status: 200, body: values.list(path) })),
        route('post', all, 'app:developer', ({ path, body, caller }) => ({
            status: 201,
            body: values.create(path, body, caller),
        })),
        route('delete', all, 'app:developer', ({ path, caller }) => {
            values.deleteAll(path, caller);
            return { status: 204 };
        }),
        route('put', one, 'app:developer', ({ path, body, caller }) => ({
            status: 200,
            body: values.replace(path, path.key, body, caller),
        })),
        route('patch', one, 'app:developer', ({ path, body, caller }) => ({
            status: 200,
            body: values.update(path, path.key, body, caller),
        })),
        route('delete', one, 'app:developer', ({ path, caller }) => {
            values.delete(path, path.key, caller);
            return { status: 204 };
        }),
    ];
});

;// CONCATENATED MODULE: ./build/orchestrator/wiring/value-models.js







const createValueModels = (parts, { secretStores }) => {
    const revisions = createRevisions(parts, { primaryStore: secretStores.primary });
    const ledger = createLedger(parts, revisions);
    const history = createHistory(ledger, revisions);
    const values = createValues(ledger, revisions, { history, secretStoreExists: secretStores.exists });
    const valueSetVersions = createValueSetVersions(ledger, revisions, {
        history,
        secretStoreExists: secretStores.exists,
    });
    return {
        values,
        valueSetVersions,
        routes: [...valueRoutes(values), ...valueSetVersionRoutes(valueSetVersions)],
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/workload-profiles/deployment-errors.js
const code = 'WLP-001';
const unknownProfiles = (modules, exists) => Object.entries(modules).flatMap(([name, module]) => {
    const { profile } = module;
    if (exists(profile))
        return [];
    return {
        code,
        error_type: 'workload',
        scope: 'workload',
        object_id: name,
        summary: `Workload '${name}' has a profile that does not exist`,
        message: `Workload '${name}' has the profile '${profile}', which does not exist: name a built-in one, such as 'humanitec/default-module', or one of the organization's own.`,
    };
});

;// CONCATENATED MODULE: ./build/orchestrator/workload-profiles/features.js
const features_builtInOrg = 'humanitec';
const featureVersion = '0.1';
const features_text = { type: 'string' };
const features_number = { type: ['integer', 'string'] };
const features_anything = { type: 'object' };
const mapOf = (values) => ({ type: 'object', additionalProperties: values });
const listOf = (items) => ({ type: 'array', items });
const objectOf = (properties) => ({ type: 'object', properties });
const overrides = listOf(features_text);
const features_texts = mapOf(features_text);
const files = mapOf(objectOf({ value: features_text, mode: features_text, encoding: features_text }));
const volumeMounts = mapOf(objectOf({ id: features_text, sub_path: features_text, read_only: { type: 'boolean' } }));
const features_ports = mapOf(objectOf({ container_port: features_number, service_port: features_number, protocol: features_text }));
const features_quantities = objectOf({ cpu: features_text, memory: features_text });
const features_schemas = {
    annotations: features_texts,
    containers: mapOf(features_anything),
    cronjob: features_anything,
    deployment: features_anything,
    envs: listOf(features_anything),
    'extra-containers': mapOf(features_anything),
    'extra-variables': mapOf({}),
    'extra-volumes': mapOf(features_anything),
    files,
    image: features_text,
    'image-pull-secrets': listOf(features_anything),
    ingress: objectOf({ rules: mapOf(features_anything) }),
    job: features_anything,
    labels: features_texts,
    logs: {},
    overrides,
    pod: features_anything,
    probe: objectOf({ type: features_text, path: features_text, port: features_number, command: overrides }),
    replicas: { type: 'integer', minimum: 0 },
    resources: objectOf({ limits: features_quantities, requests: features_quantities }),
    schedules: mapOf(objectOf({ schedule: features_text, containers: mapOf(features_anything) })),
    service: objectOf({ ports: features_ports }),
    'service-account': features_text,
    variables: mapOf({ type: ['string', 'number', 'boolean'] }),
    'volume-mounts': volumeMounts,
    volumes: mapOf(features_anything),
};
const features = Object.entries(features_schemas).map(([id, schema]) => ({
    id,
    org_id: features_builtInOrg,
    version: featureVersion,
    schema,
}));
const featureSchemas = new Map(features.map(({ id, schema }) => [`${features_builtInOrg}/${id}`, schema]));

;// CONCATENATED MODULE: ./build/orchestrator/workload-profiles/spec.js



const requireFeature = (at, { type, feature_name }) => {
    if (feature_name === undefined) {
        if (type === 'feature')
            throw (0,errors/* badRequest */.li)(`${at}.feature_name is missing: a feature has one.`);
    }
    else if (!featureSchemas.has(feature_name)) {
        throw (0,errors/* badRequest */.li)(`${at}.feature_name '${feature_name}' is not one of ${[...featureSchemas.keys()].join(', ')}.`);
    }
};
const checkProperty = (at, property, checkJsonSchema) => {
    requireFeature(at, property);
    if (property.type === 'schema' && !property.schema)
        throw (0,errors/* badRequest */.li)(`${at}.schema is missing: say what it takes.`);
    if (property.schema)
        checkJsonSchema(`${at}.schema`, property.schema);
    checkLevel(at, property, checkJsonSchema);
};
const checkLevel = (at, level, checkJsonSchema) => {
    for (const [index, each] of (level.runtime_properties ?? []).entries()) {
        requireFeature(`${at}.runtime_properties[${index}]`, each);
    }
    for (const [name, each] of Object.entries(level.properties ?? {})) {
        checkProperty(`${at}.properties.${name}`, each, checkJsonSchema);
    }
};
const checkSpecDefinition = (definition, checkJsonSchema) => {
    (0,depth/* checkDepth */.k)('spec_definition', definition);
    checkLevel('spec_definition', definition, checkJsonSchema);
};
const spec_toObject = (properties = {}) => ({
    type: 'object',
    properties: Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, spec_toSchema(each)])),
});
const spec_toSchema = ({ type, feature_name = '', schema, properties }) => {
    if (type === 'schema')
        return schema ?? {};
    if (type === 'feature')
        return featureSchemas.get(feature_name) ?? {};
    return { type: 'object', additionalProperties: spec_toObject(properties) };
};
const toSpecSchema = ({ properties }) => spec_toObject(properties);

;// CONCATENATED MODULE: ./build/orchestrator/workload-profiles/built-in.js


const builtInChartVersion = '1.0.0';
const toProperties = (names) => Object.fromEntries(Object.entries(names).map(([property, feature]) => [
    property,
    { type: 'feature', feature_name: `${features_builtInOrg}/${feature}`, version: featureVersion },
]));
const containers = {
    containers: {
        type: 'collection',
        feature_name: `${features_builtInOrg}/containers`,
        title: 'Containers',
        version: featureVersion,
        properties: toProperties({
            args: 'overrides',
            command: 'overrides',
            env: 'envs',
            files: 'files',
            image: 'image',
            liveness_probe: 'probe',
            readiness_probe: 'probe',
            resources: 'resources',
            variables: 'variables',
            volume_mounts: 'volume-mounts',
        }),
        runtime_properties: [{ type: 'feature', feature_name: `${features_builtInOrg}/logs`, version: featureVersion }],
    },
};
const built_in_everywhere = {
    annotations: 'annotations',
    extraContainers: 'extra-containers',
    extraVolumes: 'extra-volumes',
    imagePullSecrets: 'image-pull-secrets',
    labels: 'labels',
    pod: 'pod',
    serviceAccountName: 'service-account',
    variables: 'extra-variables',
    volumes: 'volumes',
};
const built_in_toProfile = (id, description, spec_definition) => ({
    id,
    org_id: features_builtInOrg,
    description,
    spec_definition,
    spec_schema: toSpecSchema(spec_definition),
    version: builtInChartVersion,
    workload_profile_chart: { id: `${features_builtInOrg}/${id}`, version: builtInChartVersion },
    created_at: '2020-01-01T00:00:00.000Z',
    created_by: features_builtInOrg,
    updated_at: '2020-01-01T00:00:00.000Z',
    updated_by: features_builtInOrg,
});
const builtInProfiles = [
    built_in_toProfile('default-cronjob', 'Kubernetes CronJobs, one for each schedule.', {
        properties: {
            ...containers,
            ...toProperties({ ...built_in_everywhere, cronjob: 'cronjob', job: 'job', schedules: 'schedules' }),
        },
    }),
    built_in_toProfile('default-job', 'A Kubernetes Job that runs with each deployment.', {
        properties: { ...containers, ...toProperties({ ...built_in_everywhere, job: 'job' }) },
    }),
    built_in_toProfile('default-module', 'A Kubernetes Deployment; what workloads are that say nothing else.', {
        properties: {
            ...containers,
            ...toProperties({ ...built_in_everywhere, deployment: 'deployment', ingress: 'ingress', service: 'service' }),
        },
        runtime_properties: [{ type: 'feature', feature_name: `${features_builtInOrg}/replicas`, version: featureVersion }],
    }),
];
const builtInProfileIds = builtInProfiles.map(({ id }) => id);

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build/orchestrator/workload-profiles/tar.js

const blockSize = 512;
const tar_textOf = (bytes) => {
    const end = bytes.indexOf(0);
    return bytes.toString('utf8', 0, end < 0 ? bytes.length : end);
};
const numberOf = (bytes) => {
    const digits = tar_textOf(bytes).trim();
    return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || '0', 8) : Number.NaN;
};
const hasItsChecksum = (header) => {
    const counted = Buffer.from(header);
    counted.fill(' ', 148, 156);
    const sum = counted.reduce((total, byte) => total + byte, 0);
    return sum === numberOf(header.subarray(148, 156));
};
const paxRecords = (bytes) => {
    const records = new Map();
    for (let at = 0; at < bytes.length;) {
        const length = Number(/^\d+(?= )/.exec(bytes.toString('latin1', at, at + 20))?.[0]);
        const record = /^\d+ ([^=]+)=(.*)\n$/s.exec(bytes.toString('utf8', at, at + length));
        if (!record || length === 0)
            throw (0,errors/* badRequest */.li)('The archive has an extended header that cannot be read.');
        records.set(record[1] ?? '', record[2] ?? '');
        at += length;
    }
    return records;
};
const ownName = (header) => {
    const name = tar_textOf(header.subarray(0, 100));
    const prefix = header.toString('latin1', 257, 262) === 'ustar' ? tar_textOf(header.subarray(345, 500)) : '';
    return prefix === '' ? name : `${prefix}/${name}`;
};
const requireInside = (name) => {
    if (!/^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(name))
        return name;
    throw (0,errors/* badRequest */.li)(`The archive has a file outside of its own folder, '${name}': pack the chart with relative names.`);
};
const isRegular = (kind) => kind === '0' || kind === '\0' || kind === '7';
function* readTar(archive) {
    let extended = new Map();
    for (let at = 0; at < archive.length;) {
        const header = archive.subarray(at, at + blockSize);
        if (header.every((byte) => byte === 0))
            return;
        if (header.length < blockSize || !hasItsChecksum(header))
            throw (0,errors/* badRequest */.li)('The file is not a tar archive inside.');
        const kind = String.fromCharCode(header[156] ?? 0);
        const size = Number(extended.get('size') ?? numberOf(header.subarray(124, 136)));
        const start = at + blockSize;
        if (!Number.isSafeInteger(size) || size < 0 || start + size > archive.length) {
            throw (0,errors/* badRequest */.li)('The archive is cut off: a file in it is not complete.');
        }
        const content = archive.subarray(start, start + size);
        at = start + Math.ceil(size / blockSize) * blockSize;
        if (kind === 'x')
            extended = paxRecords(content);
        else if (kind === 'L')
            extended = new Map([...extended, ['path', tar_textOf(content)]]);
        else if (kind !== 'g') {
            const name = requireInside(extended.get('path') ?? ownName(header));
            if (isRegular(kind))
                yield { name, content };
            extended = new Map();
        }
    }
}

;// CONCATENATED MODULE: ./build/orchestrator/workload-profiles/chart-archive.js





const mebibyte = 1024 * 1024;
const unpackedLimit = 32 * mebibyte;
const chartFileLimit = mebibyte / 4;
const unpack = (bytes) => {
    try {
        return (0,external_node_zlib_.gunzipSync)(bytes, { maxOutputLength: unpackedLimit });
    }
    catch (error) {
        if (error.code === 'ERR_BUFFER_TOO_LARGE') {
            throw (0,errors/* badRequest */.li)(`The chart unpacks to more than ${unpackedLimit / mebibyte} MiB: leave out what it does not need.`);
        }
        throw (0,errors/* badRequest */.li)(`The file is not a gzip archive (${error.message}): pack the chart with 'helm package'.`);
    }
};
const isChartFile = ({ name }) => /^(?:\.\/)?(?:[^/]+\/)?Chart\.yaml$/.test(name);
const chartFileOf = (archive) => {
    const [found, another] = [...readTar(archive)].filter(isChartFile);
    if (!found)
        throw (0,errors/* badRequest */.li)("The archive has no Chart.yaml in its folder: pack the chart with 'helm package'.");
    if (another)
        throw (0,errors/* badRequest */.li)(`The archive has two charts, '${found.name}' and '${another.name}': pack one.`);
    if (found.content.length > chartFileLimit)
        throw (0,errors/* badRequest */.li)(`${found.name} is larger than ${chartFileLimit} bytes.`);
    return found;
};
const readChartFile = ({ name, content }) => {
    let value;
    try {
        value = readYaml(content.toString('utf8'));
    }
    catch (error) {
        throw (0,errors/* badRequest */.li)(`${name} is not YAML: ${error.message}`);
    }
    if (!(0,sets_json/* isObject */.Gv)(value))
        throw (0,errors/* badRequest */.li)(`${name} must be an object with a name and a version.`);
    return value;
};
const chartName = /^[A-Za-z0-9._-]{1,250}$/;
const chartVersion = /^v?\d+(?:\.\d+){0,2}(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;
const readChartArchive = (bytes) => {
    const file = chartFileOf(unpack(bytes));
    const { name, version } = readChartFile(file);
    if (typeof name !== 'string' || !chartName.test(name)) {
        throw (0,errors/* badRequest */.li)(`${file.name}: name must be letters, digits, '.', '_' and '-'.`);
    }
    if (typeof version !== 'string' || !chartVersion.test(version)) {
        throw (0,errors/* badRequest */.li)(`${file.name}: version must be a semantic version as a text, such as 1.0.0.`);
    }
    return { id: name, version };
};

;// CONCATENATED MODULE: ./build/orchestrator/workload-profiles/charts.js





const latest = 'latest';
const charts_idOf = ({ id, version }) => `${id}@${version}`;
const createWorkloadProfileCharts = ({ store, scheduler }) => {
    const versions = store.table('workload-profile-chart-versions');
    return {
        list: (orgId, query, url) => {
            const from = pages_placeOf(query.page);
            const rows = versions.scan({ scope: orgId, ...(from === undefined ? {} : { from }) });
            const keep = ({ id, version }) => id === (query.id ?? id) && version === (query.version ?? version);
            return toPage(rows, { query, url, keep });
        },
        upload: (orgId, archive, caller) => {
            const name = readChartArchive(archive);
            if (versions.get(orgId, charts_idOf(name))) {
                throw (0,errors/* conflict */.hj)(`Chart '${name.id}' has a version '${name.version}' already: raise the version in Chart.yaml.`);
            }
            const made = { org_id: orgId, ...name, created_at: scheduler.timestamp(), created_by: caller.id };
            versions.insert(orgId, charts_idOf(name), made);
            return made;
        },
        exists: (orgId, reference) => {
            const [, org = orgId, id = reference.id] = /^([^/]+)\/(.+)$/s.exec(reference.id) ?? [];
            const { version } = reference;
            if (org === features_builtInOrg)
                return builtInProfileIds.includes(id) && [latest, builtInChartVersion].includes(version);
            if (org !== orgId)
                return false;
            return version === latest
                ? versions.list(orgId).some((each) => each.id === id)
                : versions.get(orgId, charts_idOf({ id, version })) !== undefined;
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/workload-profiles/model.js





const versionScope = (orgId, id) => `${orgId}/${id}`;
const toBuiltInVersion = ({ updated_at: _updatedAt, updated_by: _updatedBy, ...profile }) => ({
    ...profile,
    id: `${profile.id}-${profile.version}`,
    workload_profile_id: profile.id,
});
const isDeprecated = ({ deprecation_message = '' }) => deprecation_message !== '';
const model_toContent = ({ description = '', deprecation_message, spec_definition, workload_profile_chart, }) => ({
    description,
    ...(deprecation_message === undefined ? {} : { deprecation_message }),
    spec_definition,
    spec_schema: toSpecSchema(spec_definition),
    workload_profile_chart,
});
const createWorkloadProfiles = ({ store, scheduler, random }, { checkJsonSchema, chartExists }) => {
    const profiles = store.table('workload-profiles');
    const versions = store.table('workload-profile-versions');
    const find = (orgId, qid) => {
        const [, org = orgId, id = qid] = /^([^/]+)\/(.+)$/s.exec(qid) ?? [];
        const found = org === features_builtInOrg ? builtInProfiles.find((each) => each.id === id) : undefined;
        return found ?? (org === orgId ? profiles.get(orgId, id) : undefined);
    };
    const get = (orgId, qid) => {
        const found = find(orgId, qid);
        if (!found)
            throw (0,errors/* notFound */.mX)('Workload profile', qid, `organization '${orgId}'`);
        return found;
    };
    const requireOwn = (orgId, qid) => {
        const found = get(orgId, qid);
        if (found.org_id === orgId)
            return found;
        throw (0,errors/* forbidden */.o0)(`Workload profile '${qid}' is built in and cannot be changed or deleted: create one of your own.`);
    };
    const check = (orgId, { spec_definition, workload_profile_chart, version }) => {
        checkSpecDefinition(spec_definition, checkJsonSchema);
        if (version === '')
            throw (0,errors/* badRequest */.li)('version must not be empty: leave it out to have one made up.');
        if (chartExists(orgId, workload_profile_chart))
            return;
        const { id, version: chartVersion } = workload_profile_chart;
        throw (0,errors/* badRequest */.li)(`workload_profile_chart is version '${chartVersion}' of '${id}', which does not exist: upload it first.`);
    };
    const keepVersion = (orgId, { id, version, updated_at, updated_by, ...profile }) => {
        const kept = { ...profile, id: random.uuid(), workload_profile_id: id, version };
        versions.insert(versionScope(orgId, id), version, { ...kept, created_at: updated_at, created_by: updated_by });
    };
    function* rows(orgId, from = 0) {
        const count = builtInProfiles.length;
        for (const [index, value] of builtInProfiles.entries())
            if (index >= from)
                yield { place: index + 1, value };
        for (const { place, value } of profiles.scan({ scope: orgId, from: Math.max(0, from - count) })) {
            yield { place: place + count, value };
        }
    }
    return {
        list: (orgId, query, url) => toPage(rows(orgId, pages_placeOf(query.page)), {
            query,
            url,
            keep: (each) => query.deprecated === true || !isDeprecated(each),
        }),
        get,
        exists: (orgId, qid) => find(orgId, qid) !== undefined,
        create: (orgId, request, caller) => {
            const { id, version = random.uuid() } = request;
            if (!/^[a-z0-9][a-z0-9-]+[a-z0-9]$/.test(id)) {
                throw (0,errors/* badRequest */.li)('id must be at least three lower-case letters, digits or inner hyphens.');
            }
            check(orgId, request);
            if (profiles.get(orgId, id))
                throw (0,errors/* conflict */.hj)(`Workload profile '${id}' exists already in organization '${orgId}'.`);
            const now = scheduler.timestamp();
            const who = { created_at: now, created_by: caller.id, updated_at: now, updated_by: caller.id };
            const profile = { id, org_id: orgId, ...model_toContent(request), version, ...who };
            profiles.insert(orgId, id, profile);
            keepVersion(orgId, profile);
            return profile;
        },
        update: (orgId, qid, request, caller) => {
            const { id, created_at, created_by } = requireOwn(orgId, qid);
            const { version = random.uuid() } = request;
            check(orgId, request);
            if (versions.get(versionScope(orgId, id), version)) {
                throw (0,errors/* conflict */.hj)(`Workload profile '${id}' has a version '${version}' already: give another, or none.`);
            }
            const who = { created_at, created_by, updated_at: scheduler.timestamp(), updated_by: caller.id };
            const profile = { id, org_id: orgId, ...model_toContent(request), version, ...who };
            profiles.update(orgId, id, profile);
            keepVersion(orgId, profile);
            return profile;
        },
        delete: (orgId, qid) => {
            const { id } = requireOwn(orgId, qid);
            profiles.delete(orgId, id);
            versions.deleteAll(versionScope(orgId, id));
        },
        versions: (orgId, qid, query, url) => {
            const profile = get(orgId, qid);
            const from = pages_placeOf(query.page);
            if (profile.org_id !== orgId)
                return toPage([{ place: 1, value: toBuiltInVersion(profile) }], { query, url });
            const scope = versionScope(orgId, profile.id);
            const rows = versions.scan({ scope, order: 'newest-first', ...(from === undefined ? {} : { from }) });
            return toPage(rows, { query, url });
        },
        latest: (orgId, qid) => {
            const profile = get(orgId, qid);
            if (profile.org_id !== orgId)
                return toBuiltInVersion(profile);
            return versions.get(versionScope(orgId, profile.id), profile.version);
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/workload-profiles/routes.js




const readFile = (headers, form) => {
    const file = readMultipart(headers['content-type'] ?? '', form).get('file');
    if (!file)
        throw (0,errors/* badRequest */.li)("The form has no field 'file': send the packaged chart (.tgz) in it.");
    return file;
};
const oneProfile = '/orgs/{orgId}/workload-profiles/{profileQid}';
const workloadProfileRoutes = (profiles, charts) => [
    route('get', '/orgs/{orgId}/workload-profiles', 'org:member', ({ path, query, url }) => ({
        status: 200,
        ...profiles.list(path.orgId, query, url),
    })),
    route('post', '/orgs/{orgId}/workload-profiles', 'org:administrator', ({ path, body, caller }) => ({
        status: 201,
        body: profiles.create(path.orgId, body, caller),
    })),
    route('get', oneProfile, 'org:member', ({ path }) => ({
        status: 200,
        body: profiles.get(path.orgId, path.profileQid),
    })),
    route('put', oneProfile, 'org:administrator', ({ path, body, caller }) => ({
        status: 200,
        body: profiles.update(path.orgId, path.profileQid, body, caller),
    })),
    route('delete', oneProfile, 'org:administrator', ({ path }) => {
        profiles.delete(path.orgId, path.profileQid);
        return { status: 204 };
    }),
    route('get', `${oneProfile}/versions`, 'org:member', ({ path, query, url }) => ({
        status: 200,
        ...profiles.versions(path.orgId, path.profileQid, query, url),
    })),
    route('get', `${oneProfile}/versions/latest`, 'org:member', ({ path }) => ({
        status: 200,
        body: profiles.latest(path.orgId, path.profileQid),
    })),
    route('get', '/orgs/{orgId}/workload-profile-features', 'org:member', () => ({ status: 200, body: [...features] })),
    route('get', '/orgs/{orgId}/workload-profile-chart-versions', 'org:member', ({ path, query, url }) => ({
        status: 200,
        ...charts.list(path.orgId, query, url),
    })),
    route('post', '/orgs/{orgId}/workload-profile-chart-versions', 'org:administrator', (call) => ({
        status: 201,
        body: charts.upload(call.path.orgId, readFile(call.headers, call.body), call.caller),
    })),
];

;// CONCATENATED MODULE: ./build/orchestrator/wiring/workload-profile-models.js



const createWorkloadProfileModels = (parts, checkJsonSchema) => {
    const charts = createWorkloadProfileCharts(parts);
    const profiles = createWorkloadProfiles(parts, {
        checkJsonSchema,
        chartExists: charts.exists,
    });
    return { profiles, routes: workloadProfileRoutes(profiles, charts) };
};

;// CONCATENATED MODULE: ./build/orchestrator/wiring/world.js




























const createModels = (parts, { auth, checkJsonSchema, outgoing, onBug }) => {
    const cluster = createCluster(parts);
    const { routes: identityRoutes, audit, ...identity } = createIdentityModels(parts, {
        auth,
        requireEnvironmentType: (orgId, type) => void environmentTypes.get(orgId, type),
    });
    const { userRoles } = identity;
    const artefacts = createArtefacts(parts, {
        registered: (orgId, version) => {
            batches.registered(orgId, version);
            events.versionRegistered(orgId, version);
        },
        deleted: (orgId, versionId) => platform.images.forgetVersion(orgId, versionId),
    });
    const deltas = createDeltas(parts);
    const sets = createSets(parts, { delta: deltas.content });
    const { routes: platformRoutes, ...platform } = createPlatformModels(parts, {
        artefacts,
        auth,
        *secretsIn(orgId, storeId) {
            const levels = [...applications.places(orgId), ...environments.inOrganization(orgId)];
            for (const by of values.secretsIn(levels, storeId))
                yield naming(by);
            yield* resourcing.secretsIn(orgId, storeId);
        },
    });
    const { routes: resourceRoutes, ...resourcing } = createResourceModels(parts, {
        auth,
        checkJsonSchema,
        cluster,
        secretStores: platform.secretStores,
        sets,
        environment: ({ orgId, appId, envId }) => environments.record(orgId, appId, envId),
        deployments: (place) => deployments.list(place, {}),
        activeDeployment: (place) => deployments.active(place),
        places: (orgId) => environments.inOrganization(orgId),
    });
    const { definitions, resources, graphs } = resourcing;
    const { routes: valueRoutes, ...valuing } = createValueModels(parts, platform);
    const { values, valueSetVersions } = valuing;
    const { profiles, routes: profileRoutes } = createWorkloadProfileModels(parts, checkJsonSchema);
    const environments = createEnvironments(parts, {
        mayDeploy: (caller, place) => mayDeploy(caller, place),
        typeExists: (orgId, type) => environmentTypes.exists(orgId, type),
        deployment: (orgId, appId, id) => deployments.find(orgId, appId, id),
        hasActiveDeployment: (orgId, appId, envId) => deployments.active({ orgId, appId, envId }) !== undefined,
        hasActiveResources: resources.has,
        teardownMs: () => cluster.behaviour().teardownMs,
        happened: (...event) => events.environmentHappened(...event),
        forgetEnvironment: (orgId, appId, envId) => {
            resources.forgetEnvironment(orgId, appId, envId);
            graphs.forgetEnvironment(orgId, appId, envId);
            deployments.forgetEnvironment(orgId, appId, envId);
            runtime.forgetEnvironment(orgId, appId, envId);
            approvals.forgetEnvironment(orgId, appId, envId);
            values.forgetEnvironment(orgId, appId, envId);
            events.forgetEnvironment({ orgId, appId, envId });
        },
    });
    const environmentTypes = createEnvironmentTypes(parts, {
        environmentsOfType: environments.ofType,
        forgetRoles: userRoles.forgetEnvironmentType,
    });
    const mayDeploy = (caller, place) => {
        if (auth.mayDeploy(caller, place))
            return;
        throw (0,errors/* forbidden */.o0)(`${caller.name} may not deploy to '${place.envId}': that needs the role 'deployer' on environment type '${place.envType}' and 'developer' on the application.`);
    };
    const deployments = createDeployments(parts, {
        environment: ({ orgId, appId, envId }) => environments.record(orgId, appId, envId),
        applyDelta: sets.applyDelta,
        requireSet: sets.require,
        modulesOf: (orgId, appId, setId) => sets.get(orgId, appId, setId).modules,
        deltaDeployed: deltas.deployed,
        outcomeOf: cluster.outcomeOf,
        newestValues: valueSetVersions.newest,
        hasValues: valueSetVersions.has,
        profileErrors: ({ orgId }, modules) => unknownProfiles(modules, (qid) => profiles.exists(orgId, qid)),
        valueErrors: (place, versionId, setId) => valueSetVersions.deploymentErrors(place, versionId, sets.get(place.orgId, place.appId, setId)),
        planResources: (place, setId) => graphs.plan(place, sets.get(place.orgId, place.appId, setId)),
        mayDeploy,
        isPaused: (place) => runtime.isPaused(place),
        started: (place, deployment) => {
            environments.deployed(place.orgId, place.appId, place.envId, deployment.id);
            events.deploymentHappened('started', place, deployment);
        },
        isBase: environments.isBase,
        ended: (place, deployment) => {
            if (deployment.status === 'succeeded' && deployment.dependency_graph_id !== undefined) {
                const { type } = environments.record(place.orgId, place.appId, place.envId);
                const { nodes } = graphs.get(place, deployment.dependency_graph_id);
                resources.provision({ ...place, envType: type, deployId: deployment.id }, nodes);
            }
            else
                definitions.purge(place.orgId);
            engine.deploymentEnded(place, deployment);
            events.deploymentHappened('finished', place, deployment);
        },
    });
    const runtime = createRuntime(parts, {
        environment: ({ orgId, appId, envId }) => environments.record(orgId, appId, envId),
        environmentExists: environments.exists,
        begun: deployments.begun,
        modulesOf: (orgId, appId, setId) => sets.get(orgId, appId, setId).modules,
        mayDeploy,
    });
    const pipelining = createPipelineModels(parts, {
        artefacts,
        auth,
        cluster,
        deltas,
        deployments,
        environments,
        sets,
        ...valuing,
        outgoing,
        onBug,
        mayDeploy,
    });
    const { pipelines, criteria, runs, approvals, batches, engine, outbox } = pipelining;
    const events = createEventModels(parts, {
        deltas,
        deployments,
        environments,
        sets,
        runs,
        outgoing,
        onBug,
        mayDeploy,
    });
    const applications = createApplications(parts, {
        environmentsOf: environments.list,
        createEnvironment: environments.createFirst,
        sees: (caller, orgId, appId) => auth.allows(caller, 'app:viewer', orgId, appId),
        mayDeploy,
        createDefaultPipeline: pipelines.createDefault,
        makeOwner: (orgId, appId, caller) => auth.grant(caller.id, appPath(orgId, appId), 'owner'),
        hasActiveResources: resources.has,
        teardownMs: () => cluster.behaviour().teardownMs,
        dependants: [
            events,
            approvals,
            runs,
            batches,
            pipelines,
            criteria,
            deployments,
            resources,
            graphs,
            runtime,
            environments,
            deltas,
            sets,
            values,
            userRoles,
        ],
    });
    const locate = ({ orgId = '', appId, envId }) => {
        if (appId === undefined)
            return;
        applications.require(orgId, appId);
        if (envId !== undefined)
            environments.record(orgId, appId, envId);
    };
    return {
        models: {
            ...identity,
            ...platform,
            ...resourcing,
            ...valuing,
            applications,
            artefacts,
            cluster,
            deltas,
            deployments,
            environments,
            environmentTypes,
            sets,
            pipelines,
            criteria,
            runs,
            approvals,
            batches,
            engine,
            outboxes: [outbox, events.outbox],
        },
        routes: [
            ...applicationRoutes(applications),
            ...artefactRoutes(artefacts),
            ...deltaRoutes(deltas),
            ...environmentRoutes(environments),
            ...environmentTypeRoutes(environmentTypes),
            ...events.routes,
            ...identityRoutes,
            ...pipelining.routes,
            ...platformRoutes,
            ...resourceRoutes,
            ...runtimeRoutes(runtime, {
                locate,
                definitionOf: graphs.definitionOf,
            }),
            ...scoreRoutes(),
            ...setRoutes(sets),
            ...valueRoutes,
            ...profileRoutes,
        ],
        audit,
        locate,
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/scheduler.js

const scheduler_scope = 'due';
const createScheduler = ({ store, clock, random, onBug, }) => {
    const tasks = store.table('due');
    const kinds = new Map();
    let moment;
    let made = tasks.list(scheduler_scope).reduce((most, { id }) => Math.max(most, Number(id.split(' ')[1])), 0);
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
                    if (error instanceof data_file/* StorageError */.aq)
                        throw error;
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
const schema_mapOf = (values) => ({ type: 'object', additionalProperties: values });
const schema_listOf = (items) => ({ type: 'array', items });
const schema_object = (properties, required = []) => ({
    type: 'object',
    properties,
    required,
    additionalProperties: false,
});
const environmentType = {
    anyOf: [id, schema_object({ id, description: { type: 'string' } }, ['id'])],
    description: 'the id of an environment type, or its id and description',
};
const workload = schema_object({
    duration,
    'ready-after': duration,
    'never-ready': seed_schema_text,
    fail: schema_object({ env: seed_schema_text, image: seed_schema_text, code: seed_schema_text, summary: seed_schema_text, message: seed_schema_text }, ['message']),
});
const criteria = schema_object({
    env_id: seed_schema_text,
    env_type: seed_schema_text,
    deployment_type: { enum: ['deploy', 'redeploy', 're-deploy'] },
});
const deployed = schema_object({ set: schema_object({ modules: schema_mapOf({ type: 'object' }), shared: { type: 'object' } }, ['modules']), environments: schema_texts }, ['set', 'environments']);
const sharedValue = {
    anyOf: [
        { type: 'string' },
        schema_object({ value: { type: 'string' }, secret: { type: 'boolean' }, description: { type: 'string' } }, ['value']),
    ],
    description: 'text, or a value with secret and description',
};
const values = schema_mapOf(sharedValue);
const application = schema_object({
    id,
    name: seed_schema_text,
    values,
    environments: schema_listOf(schema_object({ id, name: seed_schema_text, type: seed_schema_text, values }, ['id'])),
    pipelines: schema_listOf(schema_object({ definition: seed_schema_text, criteria: schema_listOf(criteria) }, ['definition'])),
    deployed: schema_listOf(deployed),
}, ['id']);
const roles = {
    role: { enum: organizationRoleNames },
    applications: schema_mapOf({ enum: applicationRoles }),
    deployer: schema_texts,
};
const user = schema_object({
    id: seed_schema_text,
    name: seed_schema_text,
    email: seed_schema_text,
    type: { enum: ['user', 'service'] },
    token,
    ...roles,
}, ['id', 'name']);
const group = schema_object({ name: seed_schema_text, idp: id, members: schema_texts, ...roles }, ['name']);
const seedSchema = schema_object({
    organizations: schema_listOf(schema_object({
        id,
        name: seed_schema_text,
        'environment-types': schema_listOf(environmentType),
        users: schema_listOf(user),
        groups: schema_listOf(group),
        artefacts: schema_listOf(schema_object({ name: seed_schema_text, version: seed_schema_text, ref: seed_schema_text, commit: seed_schema_text, digest: seed_schema_text }, ['name'])),
        applications: schema_listOf(application),
    }, ['id'])),
    cluster: schema_object({
        pending: duration,
        duration,
        'ready-after': duration,
        teardown: duration,
        workloads: schema_mapOf(workload),
    }),
});

;// CONCATENATED MODULE: ./build/orchestrator/seed/read.js



const seedError = (problems, cause) => new Error(`The seed file is not right:\n${problems.map((problem) => `  ${problem}`).join('\n')}`, { cause });
const aliasLimit = 100;
const nodeAt = (document, path) => {
    let found = document.contents;
    for (const key of path) {
        const inside = (0,dist/* isAlias */.Vj)(found) ? found.resolve(document) : found;
        const next = (0,dist/* isCollection */.P3)(inside) ? inside.get(key, true) : undefined;
        if (!(0,dist/* isNode */.Ll)(next))
            break;
        found = next;
    }
    return found;
};
const keyAt = (document, path, key) => {
    const map = nodeAt(document, path);
    const pair = (0,dist.isMap)(map) ? map.items.find((item) => (0,dist.isScalar)(item.key) && item.key.value === key) : undefined;
    return (0,dist/* isNode */.Ll)(pair?.key) ? pair.key : undefined;
};
const showPath = (path) => path.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${key}`)).join('');
const said = (value) => (typeof value === 'object' ? '' : `, not ${JSON.stringify(value)}`);
const read_describe = ({ keyword, message, key, schema, value }) => {
    if (keyword === 'additionalProperties') {
        return `'${key}' is not known here, only ${Object.keys(schema.properties ?? {}).join(', ')}`;
    }
    if (keyword === 'required')
        return `'${key}' is missing`;
    return `${schema.description === undefined ? message : `must be ${schema.description}`}${said(value)}`;
};
const readSeed = (yaml) => {
    const lineCounter = new dist.LineCounter();
    const document = (0,dist.parseDocument)(yaml, { lineCounter });
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
        if (lineWithin === 0 || ((0,dist.isScalar)(node) && node.type === 'BLOCK_LITERAL'))
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
    const found = mismatches(seedSchema, seed);
    if (found.length === 0)
        return { seed: seed, place };
    const problems = found
        .map((mismatch) => {
        const { keyword, path, key } = mismatch;
        const node = keyword === 'additionalProperties' ? keyAt(document, path, key ?? '') : undefined;
        return { line: lineOf(node ?? nodeAt(document, path)), path, what: read_describe(mismatch) };
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
        if (!(error instanceof errors/* HttpError */.j$))
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
        if (error instanceof errors/* HttpError */.j$)
            return false;
        throw error;
    }
};
const readRoles = ({ models }, orgId, { role = 'member', applications, deployer }) => {
    const roles = { [orgPath(orgId)]: role };
    for (const [appId, role] of Object.entries(applications ?? {})) {
        models.applications.get(orgId, appId);
        roles[appPath(orgId, appId)] = role;
    }
    for (const type of deployer ?? []) {
        models.environmentTypes.get(orgId, type);
        roles[envTypePath(orgId, type)] = 'deployer';
    }
    return roles;
};
const addGroup = (seeding, orgId, group) => {
    const { auth, models } = seeding;
    const { name, idp = 'local', role = 'member', members = [] } = group;
    const { id } = models.groups.create(orgId, { group_id: name, idp_id: idp, role });
    for (const [path, role] of Object.entries(readRoles(seeding, orgId, group)))
        auth.grant(id, path, role);
    for (const userId of members) {
        if (!auth.user(userId))
            throw (0,errors/* notFound */.mX)('User', userId);
        models.subjects.join(id, userId);
    }
};
const addUser = (seeding, orgId, user) => {
    const { auth, scheduler } = seeding;
    if (auth.user(user.id))
        throw (0,errors/* conflict */.hj)(`User '${user.id}' exists already.`);
    const roles = readRoles(seeding, orgId, user);
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
        throw (0,errors/* conflict */.hj)(`The token of user '${user.id}' is somebody's already.`);
    auth.addToken(user.token, user.id);
};
const addValues = (seeding, level, { path, values = {} }) => {
    for (const [key, said] of Object.entries(values)) {
        const { value, secret, description = null } = typeof said === 'string' ? { value: said } : said;
        const request = { key, value, description, ...(secret === undefined ? {} : { is_secret: secret }) };
        located(seeding, [...path, 'values', key], () => seeding.models.values.create(level, request, { id: seeding.administratorId }));
    }
};
const addApplication = (seeding, { orgId, path }, seed) => {
    const { auth, models, scheduler, administratorId } = seeding;
    const { id: appId } = seed;
    const administrator = () => auth.user(administratorId);
    const at = (key, index, work) => located(seeding, [...path, key, index], work);
    located(seeding, path, () => models.applications.create(orgId, { id: appId, name: seed.name ?? appId, skip_environment_creation: true }, administrator()));
    addValues(seeding, { orgId, appId }, { path, values: seed.values });
    for (const [index, { id, name, type, values }] of (seed.environments ?? []).entries()) {
        const environment = { id, name: name ?? id, ...(type === undefined ? {} : { type }) };
        at('environments', index, () => void models.environments.create(orgId, appId, environment, administrator()));
        addValues(seeding, { orgId, appId, envId: id }, { path: [...path, 'environments', index], values });
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
    located(seeding, path, () => models.organizations.create({ id: orgId, name: seed.name ?? orgId, created_by: administratorId }));
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
    for (const [index, group] of (seed.groups ?? []).entries())
        at('groups', index, () => addGroup(seeding, orgId, group));
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
    const tokens = createTokenStore(store);
    if (known) {
        const owner = tokens.find(given)?.user_id;
        if (owner !== undefined && owner !== administratorId) {
            throw new Error(`The administrator's token is the token of user '${owner}' too: choose another.`);
        }
        tokens.delete(administratorId, known.token_id);
        if (!tokens.find(given))
            settings.update('', 'first', { org: known.org, token_id: auth.addToken(given, administratorId) });
        return { org: known.org, token: given };
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
    const token_id = auth.addToken(given, administrator.id);
    const organizations = seed === undefined ? [] : applySeed(parts, seed, administrator.id);
    const org = organizations[0] ?? 'local-org';
    if (organizations.length === 0) {
        models.organizations.create({ id: org, name: org, created_by: administrator.id });
        auth.grant(administrator.id, orgPath(org), 'administrator');
        models.environmentTypes.create(org, { id: 'development', description: 'Made by default' });
    }
    settings.insert('', 'first', { org, token_id });
    return { org, token: given };
};

;// CONCATENATED MODULE: ./build/orchestrator/store.js

const mostRecent = 1000;
const longestRecent = 4096;
const createRecent = () => {
    const bodies = new Map();
    return {
        get: (key) => bodies.get(key),
        set: (key, body) => {
            if (body.length > longestRecent)
                return;
            if (bodies.size === mostRecent)
                bodies.clear();
            bodies.set(key, body);
        },
        forget: (key) => void bodies.delete(key),
        clear: () => bodies.clear(),
    };
};
const createTable = (name, { exists, make, statement, run, recent }) => {
    const keyOf = (scope, id) => `${name} ${scope.length} ${scope}${id}`;
    const read = (body) => JSON.parse(body);
    const own = 'WHERE scope = ? AND id = ?';
    const sql = {
        get: `SELECT body FROM "${name}" ${own}`,
        insert: `INSERT INTO "${name}" (scope, id, body) VALUES (?, ?, ?)`,
        append: `INSERT INTO "${name}" (scope, id, body)
      VALUES (?, (SELECT ifnull(max(place), 0) + 1 FROM "${name}"), ?)`,
        update: `UPDATE "${name}" SET body = ? ${own}`,
        delete: `DELETE FROM "${name}" ${own}`,
        deleteAll: `DELETE FROM "${name}" WHERE scope = ?`,
        first: `SELECT body FROM "${name}" WHERE scope = ? ORDER BY id LIMIT 1`,
        list: {
            'oldest-first': `SELECT body FROM "${name}" WHERE scope = ? ORDER BY place ASC`,
            'newest-first': `SELECT body FROM "${name}" WHERE scope = ? ORDER BY place DESC`,
        },
    };
    function* scan({ scope, within = false, order = 'oldest-first', from }) {
        if (!exists())
            return;
        const descending = order === 'newest-first';
        const where = within ? `+scope >= ? || '/' AND +scope < ? || '0'` : 'scope = ?';
        const rows = `SELECT place, body FROM "${name}" WHERE ${where} AND place ${descending ? '<' : '>'} ?
      ORDER BY place ${descending ? 'DESC' : 'ASC'}`;
        const start = from ?? (descending ? Number.MAX_SAFE_INTEGER : -1);
        for (const row of statement(rows).iterate(...(within ? [scope, scope] : [scope]), start)) {
            yield { place: row['place'], value: read(row['body']) };
        }
    }
    return {
        get: (scope, id) => {
            const key = keyOf(scope, id);
            const known = recent.get(key);
            if (known !== undefined)
                return read(known);
            const row = exists() ? statement(sql.get).get(scope, id) : undefined;
            if (!row)
                return undefined;
            recent.set(key, row['body']);
            return read(row['body']);
        },
        insert: (scope, id, value) => {
            make();
            run(sql.insert, scope, id, JSON.stringify(value));
        },
        append: (scope, value) => {
            make();
            run(sql.append, scope, JSON.stringify(value));
        },
        update: (scope, id, value) => {
            recent.forget(keyOf(scope, id));
            if (!exists() || run(sql.update, JSON.stringify(value), scope, id).changes !== 1)
                throw new Error(`${name} has no '${id}' in '${scope}'`);
        },
        delete: (scope, id) => {
            recent.forget(keyOf(scope, id));
            return exists() && run(sql.delete, scope, id).changes === 1;
        },
        deleteAll: (scope) => {
            recent.clear();
            if (exists())
                run(sql.deleteAll, scope);
        },
        list: (scope, order = 'oldest-first') => {
            const rows = exists() ? statement(sql.list[order]).all(scope) : [];
            return rows.map((row) => read(row['body']));
        },
        first: (scope) => {
            const row = exists() ? statement(sql.first).get(scope) : undefined;
            return row && read(row['body']);
        },
        scan,
    };
};
const openStore = (file, options = {}) => {
    const database = (0,data_file/* openDatabase */.qI)(file, options);
    const statements = new Map();
    const statement = (sql) => {
        const known = statements.get(sql);
        if (known)
            return known;
        const made = database.prepare(sql);
        statements.set(sql, made);
        return made;
    };
    const tables = new Set(database
        .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'`)
        .all()
        .map((row) => row['name']));
    const recent = createRecent();
    const made = [];
    let depth = 0;
    let isOpen = true;
    let failure;
    const write = (work) => {
        if (failure !== undefined)
            throw failure;
        try {
            return work();
        }
        catch (error) {
            const reason = (0,data_file/* asStorageError */.sj)(error);
            if (depth > 0 && reason !== error)
                failure = reason;
            throw reason;
        }
    };
    const run = (sql, ...values) => write(() => statement(sql).run(...values));
    const transaction = (work) => {
        if (depth > 0)
            return work();
        failure = undefined;
        depth += 1;
        try {
            statement('BEGIN IMMEDIATE').run();
            const result = work();
            if (failure !== undefined)
                throw failure;
            statement('COMMIT').run();
            return result;
        }
        catch (error) {
            (0,data_file/* rollBack */.Fu)(database);
            recent.clear();
            for (const name of made)
                tables.delete(name);
            throw (0,data_file/* asStorageError */.sj)(error);
        }
        finally {
            depth -= 1;
            failure = undefined;
            made.length = 0;
        }
    };
    const make = (name) => {
        if (tables.has(name))
            return;
        const sql = `CREATE TABLE "${name}"
        (place INTEGER PRIMARY KEY AUTOINCREMENT, scope TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL);
      CREATE UNIQUE INDEX "${name} by id" ON "${name}" (scope, id);
      CREATE INDEX "${name} in order" ON "${name}" (scope, place)`;
        transaction(() => write(() => database.exec(sql)));
        tables.add(name);
        if (depth > 0)
            made.push(name);
    };
    return {
        table: (name) => createTable(name, { exists: () => tables.has(name), make: () => make(name), statement, run, recent }),
        transaction,
        clear: () => {
            recent.clear();
            for (const name of tables)
                run(`DELETE FROM "${name}"`);
        },
        close: () => {
            if (isOpen)
                database.close();
            isOpen = false;
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/index.js











const requests = createLate(async () => (await Promise.all(/* import() */[__webpack_require__.e(892), __webpack_require__.e(301), __webpack_require__.e(653)]).then(__webpack_require__.bind(__webpack_require__, 4653))).requests);
const orchestrator_answerOf = ({ status, headers = {}, body = '' }) => ({ status, headers, body });
const checkJsonSchema = (name, schema) => requests.get().checkJsonSchema(name, schema);
const build = (store, options, clock) => {
    const { random = build_random/* systemRandom */.v, token, seed, onBug = () => { } } = options;
    return store.transaction(() => {
        const scheduler = createScheduler({ store, clock, random, onBug });
        const auth = createAuth({ store, scheduler });
        const world = createModels({ store, scheduler, random }, { auth, checkJsonSchema, outgoing: options, onBug });
        const begin = (given, text) => bootstrap({ store, scheduler, random, auth, models: world.models }, { token: given, seed: text });
        return { scheduler, auth, ...world, begin, begun: begin(token, seed) };
    });
};
const openAndBuild = (options, clock) => {
    const { dataDir } = options;
    const store = openStore(dataDir === undefined ? undefined : (0,data_file/* dataFile */.Zr)(dataDir), options);
    try {
        return { store, ...build(store, options, clock) };
    }
    catch (error) {
        store.close();
        throw error;
    }
};
const createOrchestrator = (options = {}) => {
    const { clock = build_clock/* systemClock */.m, strict = false, onBug = () => { } } = options;
    let shiftedMs = 0;
    const { store, scheduler, auth, routes, models, locate, audit, begin, begun } = openAndBuild(options, {
        now: () => clock.now() + shiftedMs,
    });
    let first = begun;
    for (const outbox of models.outboxes)
        outbox.recover();
    const control = createControl({
        store,
        scheduler,
        cluster: models.cluster,
        shiftTime: (ms) => {
            shiftedMs += ms;
        },
        begin: (text) => {
            first = begin(first.token, text);
        },
    });
    const app = (0,once/* once */.O)(() => requests.get().createApp({ store, scheduler, auth, routes, locate, audit, strict, onBug }));
    const handle = (request) => {
        if (options.control && new URL(request.url).pathname.startsWith('/_orchestrator/'))
            return control.handle(request);
        const fault = control.takeFault(request);
        if (fault?.after)
            app()(request);
        return fault ? orchestrator_answerOf(fault) : app()(request);
    };
    const send = () => {
        for (const outbox of models.outboxes)
            outbox.send();
    };
    return {
        handle: (request) => {
            const answer = () => {
                const response = handle(request);
                send();
                return response;
            };
            return requests.isLoaded() ? Promise.resolve(answer()) : requests.load().then(answer);
        },
        warmUp: async () => void (await requests.load()),
        get org() {
            return first.org;
        },
        get token() {
            return first.token;
        },
        control,
        work: () => {
            scheduler.runDue();
            send();
        },
        idleMs: () => {
            const next = scheduler.nextDue();
            return next === undefined ? undefined : Math.max(0, next - clock.now() - shiftedMs);
        },
        close: () => {
            for (const outbox of models.outboxes)
                outbox.close();
            store.close();
        },
    };
};


/***/ }),

/***/ 4763:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ answerLimit),
/* harmony export */   g: () => (/* binding */ createOutbox)
/* harmony export */ });
const answerLimit = 1024 * 1024;
const mostAtOnce = 32;
const createOutbox = ({ store, scheduler, random }, neighbours, tableName = 'outbox') => {
    const rows = store.table(tableName);
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
            if (!neighbours.transport)
                throw new Error('there is nothing to send requests with');
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

/***/ 7704:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ systemRandom)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

const systemRandom = {
    fraction: () => Math.random(),
    uuid: () => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)(),
    hex: (bytes) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(bytes).toString('hex'),
};


/***/ })

};
;