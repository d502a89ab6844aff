/* A compiled expression that is asked only where one of its matches may be.
 *
 *     Guarded(re.compile("举行|开幕"), "举行开幕", False).search("展览将于明日开幕")  ->  <re.Match object; span=(6, 8)>
 *
 * Most of what a page is searched for is not in it. Which two characters a match may begin with, or what two stand
 * anywhere in it, is known beforehand (prefixes.py); a look for these costs a tenth of what the engine of `re` takes to
 * find out that there is none. What is found is found by `re`: whatever goes beyond the common ways to call it is handed
 * on as it is.
 */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>
#include <structmember.h>

enum { SEARCH, MATCH, FULLMATCH, FINDALL, FINDITER, SUB, SUBN, SPLIT, METHODS };
static const char *const NAMES[METHODS] = {"search", "match", "fullmatch", "findall", "finditer", "sub", "subn", "split"};

/* Stands in the beginnings for a second character that may be any, and for none. */
#define ANY ((Py_UCS4)0xFFFF)
/* Bits of the tables: characters, and pairs of them, are told apart by so many. */
#define BITS 2048
#define WORDS (BITS / 32)

typedef struct {
    PyObject_HEAD
    PyObject *pattern;
    PyObject *methods[METHODS]; /* of the pattern, bound to it */
    uint32_t first[WORDS];      /* may begin a match */
    uint32_t alone[WORDS];      /* may begin a match whatever follows it */
    uint32_t pairs[WORDS];      /* may begin a match together */
    int anywhere;               /* all of these: not at its beginning, but somewhere in it */
} Guarded;

static inline int
in_table(const uint32_t *table, uint32_t place)
{
    return table[place / 32 % WORDS] >> (place % 32) & 1;
}

static inline uint32_t
pair_of(Py_UCS4 first, Py_UCS4 second)
{
    return (uint32_t)first * 31 + (uint32_t)second;
}

/* Whether a match may begin at a place before `end`. */
static inline int
may_begin(const Guarded *self, int kind, const void *data, Py_ssize_t at, Py_ssize_t end)
{
    Py_UCS4 character = PyUnicode_READ(kind, data, at);
    if (!in_table(self->first, character))
        return 0;
    if (in_table(self->alone, character))
        return 1;
    return at + 1 < end && in_table(self->pairs, pair_of(character, PyUnicode_READ(kind, data, at + 1)));
}

/* The first place from `at` on, before `end`, where a match may begin; `end` for none. */
static Py_ssize_t
first_place(const Guarded *self, PyObject *text, Py_ssize_t at, Py_ssize_t end)
{
    int kind = PyUnicode_KIND(text);
    const void *data = PyUnicode_DATA(text);
    if (kind == PyUnicode_2BYTE_KIND) {
        const Py_UCS2 *characters = (const Py_UCS2 *)data;
        for (; at < end; at++)
            if (in_table(self->first, characters[at]) && may_begin(self, kind, data, at, end))
                return at;
        return end;
    }
    while (at < end && !may_begin(self, kind, data, at, end))
        at++;
    return at;
}

/* The stretch of `text` that a call is about: what stands in `arguments` behind it, if anything. -1 for anything odd. */
static int
bounds_of(PyObject *text, PyObject *const *arguments, Py_ssize_t count, Py_ssize_t *begin, Py_ssize_t *end)
{
    if (!PyUnicode_Check(text) || PyUnicode_READY(text) < 0)
        return -1;
    Py_ssize_t length = PyUnicode_GET_LENGTH(text), bounds[2] = {0, length};
    for (Py_ssize_t place = 0; place < count; place++) {
        if (!PyLong_CheckExact(arguments[place]))
            return -1;
        Py_ssize_t bound = PyLong_AsSsize_t(arguments[place]);
        if (bound == -1 && PyErr_Occurred()) {
            PyErr_Clear();
            return -1;
        }
        bounds[place] = bound < 0 ? 0 : bound > length ? length : bound;
    }
    *begin = bounds[0];
    *end = bounds[1];
    return 0;
}

/* search, match, fullmatch, findall and finditer: (text[, begin[, end]]). */
static PyObject *
asked(Guarded *self, int method, PyObject *const *arguments, Py_ssize_t count, PyObject *names)
{
    Py_ssize_t begin, end;
    if (names || count < 1 || count > 3 || bounds_of(arguments[0], arguments + 1, count - 1, &begin, &end) < 0)
        return PyObject_Vectorcall(self->methods[method], arguments, (size_t)count, names);
    if (!self->anywhere && (method == MATCH || method == FULLMATCH)) {
        PyObject *text = arguments[0];
        if (begin >= end || !may_begin(self, PyUnicode_KIND(text), PyUnicode_DATA(text), begin, end))
            Py_RETURN_NONE;
        return PyObject_Vectorcall(self->methods[method], arguments, (size_t)count, NULL);
    }
    Py_ssize_t place = begin < end ? first_place(self, arguments[0], begin, end) : end;
    if (place >= end) {
        if (method <= FULLMATCH)
            Py_RETURN_NONE;
        if (method == FINDALL)
            return PyList_New(0);
        PyObject *nothing = PyTuple_New(0), *found = nothing ? PyObject_GetIter(nothing) : NULL;
        Py_XDECREF(nothing);
        return found;
    }
    if (self->anywhere)
        return PyObject_Vectorcall(self->methods[method], arguments, (size_t)count, NULL);
    PyObject *handed[] = {arguments[0], PyLong_FromSsize_t(place), count > 2 ? arguments[2] : NULL};
    if (!handed[1])
        return NULL;
    PyObject *found = PyObject_Vectorcall(self->methods[method], handed, count > 2 ? 3 : 2, NULL);
    Py_DECREF(handed[1]);
    return found;
}

/* sub, subn and split: the text is at `place` among the arguments. */
static PyObject *
changed(Guarded *self, int method, Py_ssize_t place, PyObject *const *arguments, Py_ssize_t count, PyObject *names)
{
    Py_ssize_t begin, end;
    if (count > place && PyUnicode_CheckExact(arguments[place]) && !bounds_of(arguments[place], NULL, 0, &begin, &end) &&
        first_place(self, arguments[place], begin, end) == end) {
        PyObject *text = arguments[place];
        if (method == SUB)
            return Py_NewRef(text);
        return method == SUBN ? Py_BuildValue("(Oi)", text, 0) : Py_BuildValue("[O]", text);
    }
    return PyObject_Vectorcall(self->methods[method], arguments, (size_t)count, names);
}

#define ASKED(name, method)                                                                                            \
    static PyObject *Guarded_##name(Guarded *self, PyObject *const *arguments, Py_ssize_t count, PyObject *names)      \
    {                                                                                                                  \
        return asked(self, method, arguments, count, names);                                                           \
    }
#define CHANGED(name, method, place)                                                                                   \
    static PyObject *Guarded_##name(Guarded *self, PyObject *const *arguments, Py_ssize_t count, PyObject *names)      \
    {                                                                                                                  \
        return changed(self, method, place, arguments, count, names);                                                  \
    }
ASKED(search, SEARCH)
ASKED(match, MATCH)
ASKED(fullmatch, FULLMATCH)
ASKED(findall, FINDALL)
ASKED(finditer, FINDITER)
CHANGED(sub, SUB, 1)
CHANGED(subn, SUBN, 1)
CHANGED(split, SPLIT, 0)

#define METHOD(name)                                                                                                   \
    {                                                                                                                  \
        #name, (PyCFunction)(void (*)(void))Guarded_##name, METH_FASTCALL | METH_KEYWORDS,                             \
            PyDoc_STR("As the method of re.Pattern.")                                                                  \
    }
static PyMethodDef Guarded_methods[] = {
    METHOD(search), METHOD(match), METHOD(fullmatch), METHOD(findall), METHOD(finditer),
    METHOD(sub),    METHOD(subn),  METHOD(split),     {NULL, NULL, 0, NULL},
};

/* Whatever else a pattern has. */
static PyObject *
Guarded_getattro(Guarded *self, PyObject *name)
{
    PyObject *found = PyObject_GenericGetAttr((PyObject *)self, name);
    if (found || !PyErr_ExceptionMatches(PyExc_AttributeError))
        return found;
    PyErr_Clear();
    return PyObject_GetAttr(self->pattern, name);
}

static void
Guarded_dealloc(Guarded *self)
{
    for (int method = 0; method < METHODS; method++)
        Py_XDECREF(self->methods[method]);
    Py_XDECREF(self->pattern);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyObject *
Guarded_new(PyTypeObject *type, PyObject *arguments, PyObject *names)
{
    PyObject *pattern, *told;
    int anywhere;
    static char *known[] = {"", "", "", NULL};
    if (!PyArg_ParseTupleAndKeywords(arguments, names, "OUp:Guarded", known, &pattern, &told, &anywhere))
        return NULL;
    Guarded *self = (Guarded *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    self->pattern = Py_NewRef(pattern);
    self->anywhere = anywhere;
    for (int method = 0; method < METHODS; method++)
        if (!(self->methods[method] = PyObject_GetAttrString(pattern, NAMES[method]))) {
            Py_DECREF(self);
            return NULL;
        }
    Py_ssize_t length = PyUnicode_GET_LENGTH(told);
    for (Py_ssize_t at = 0; at + 1 < length; at += 2) {
        Py_UCS4 first = PyUnicode_READ_CHAR(told, at), second = PyUnicode_READ_CHAR(told, at + 1);
        uint32_t pair = pair_of(first, second);
        self->first[first / 32 % WORDS] |= 1u << (first % 32);
        if (second == ANY)
            self->alone[first / 32 % WORDS] |= 1u << (first % 32);
        else
            self->pairs[pair / 32 % WORDS] |= 1u << (pair % 32);
    }
    return (PyObject *)self;
}

static PyTypeObject Guarded_type = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "timeline._guarded.Guarded",
    .tp_basicsize = sizeof(Guarded),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_doc = PyDoc_STR("A compiled expression, the pairs of characters that its matches begin with, or have anywhere."),
    .tp_new = Guarded_new,
    .tp_dealloc = (destructor)Guarded_dealloc,
    .tp_getattro = (getattrofunc)Guarded_getattro,
    .tp_methods = Guarded_methods,
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT,
    .m_name = "_guarded",
    .m_doc = "Asks a compiled expression only where one of its matches may be.",
    .m_size = -1,
};

PyMODINIT_FUNC
PyInit__guarded(void)
{
    PyObject *module = PyModule_Create(&definition);
    if (module && PyModule_AddType(module, &Guarded_type) < 0)
        Py_CLEAR(module);
    return module;
}
