export const id = 700;
export const ids = [700];
export const modules = {

/***/ 319:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runCommandLine: () => (/* binding */ runCommandLine)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _explain_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3137);



/** Every command by its name; none loads what only another one needs. */
const commands = {
    doctor: {
        usage: async () => (await __webpack_require__.e(/* import() */ 802).then(__webpack_require__.bind(__webpack_require__, 4802))).usage,
        run: async (args, place) => {
            const { runDoctor } = await Promise.all(/* import() */[__webpack_require__.e(781), __webpack_require__.e(993), __webpack_require__.e(820), __webpack_require__.e(886), __webpack_require__.e(293), __webpack_require__.e(262)]).then(__webpack_require__.bind(__webpack_require__, 4262));
            return (await runDoctor(args, { ...place, directory: process.cwd() })) === 0 ? 0 : 1;
        },
    },
    init: {
        usage: async () => (await __webpack_require__.e(/* import() */ 83).then(__webpack_require__.bind(__webpack_require__, 2083))).initUsage,
        run: async (args, { environment, say }) => {
            const { runInit } = await Promise.all(/* import() */[__webpack_require__.e(781), __webpack_require__.e(993), __webpack_require__.e(820), __webpack_require__.e(886), __webpack_require__.e(293), __webpack_require__.e(723)]).then(__webpack_require__.bind(__webpack_require__, 2723));
            return await runInit(args, { environment, say, directory: process.cwd(), root: ownRoot() });
        },
    },
};
/** What somebody runs on a machine of their own; tells the exit code. */
async function runCommandLine([name = '', ...args], environment, say) {
    const command = commands[name];
    if (command === undefined) {
        for (const { usage } of Object.values(commands).flatMap((one) => one ?? []))
            say(await usage());
        return name === '--help' ? 0 : 1;
    }
    if (args.includes('--help')) {
        say(await command.usage());
        return 0;
    }
    try {
        return await command.run(args, { environment, say });
    }
    catch (error) {
        const explanation = (0,_explain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .explainFailure */ .S)(error);
        if (explanation === null)
            throw error;
        say(`${explanation.message}\nWhat to do: ${explanation.remedy}`);
        return 1;
    }
}
/** This project's folder: its program lies one folder down, and may be run by a link to it. */
function ownRoot() {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(process.argv[1] ?? '.')), '..');
}


/***/ })

};
