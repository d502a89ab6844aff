/* Finds where the patterns of a grammar match, and folds characters one for one, at the speed of compiled code.
 *
 *     Scanner(nodes, numbers, firsts, pairs).find("建于1996年", 0, 0)  ->  (2, 7, 0, 0)
 *
 * A program (see program.py, which writes it) is a graph of nodes that each name the one behind them; matching is the
 * backtracking that Python's own `re` does, with the same results, but it goes from one place of a text to the next and
 * from one rule to the next without going back to the interpreter. It knows no rule and no Chinese.
 */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>

/* Told to program.py: goes up whenever what it writes changes its meaning, so that an older build is not used. */
#define FORM 3

/* What a node does; the same numbers stand in program.py. */
enum { ACCEPT, CHARACTER, ONE_OF, ANY, EITHER, SWITCH, RUN, LOOK, LOOK_AT_ONE, ATOMIC, AT_BEGIN, AT_END, AT_LAST };
enum { GREEDY, LAZY, POSSESSIVE };
enum { WORD, FIGURE };

typedef struct {
    int32_t op, a, b, next;
} Node;

typedef struct {
    PyObject_HEAD
    PyObject *kept; /* the tuple of buffers that the pointers below point into */
    const Node *nodes;
    const int32_t *numbers;
    const int32_t *firsts; /* by character below U+10000: 0, or where in `numbers` its entry begins */
    const int32_t *pairs;  /* open addressing: key, value, key, value...; the length is a power of two of pairs */
    uint32_t mask, shift;
} Scanner;

typedef struct {
    int kind;
    const void *data;
    Py_ssize_t length;
} Text;

/* Stands for the character behind the end. */
#define NONE ((Py_UCS4)0x110000)
#define READ(text, at) PyUnicode_READ((text)->kind, (text)->data, at)

/* Whether some of the characters that a sieve was made of end in the same six bits as `character`: if not, it is none. */
static inline int
sieved(const int32_t *sieve, Py_UCS4 character)
{
    return (uint32_t)sieve[character >> 5 & 1] >> (character & 31) & 1;
}

/* Whether a character is in a set: a sieve, how many ranges, then the first and the last character of each, in order. */
static inline int
within(const Scanner *self, int32_t set, Py_UCS4 character)
{
    const int32_t *ranges = self->numbers + set + 3;
    if (!sieved(ranges - 3, character))
        return 0;
    int32_t low = 0, high = ranges[-1], wanted = (int32_t)character;
    while (low < high) {
        int32_t middle = (low + high) / 2;
        if (wanted > ranges[2 * middle + 1])
            low = middle + 1;
        else if (wanted < ranges[2 * middle])
            high = middle;
        else
            return 1;
    }
    return 0;
}

/* What is kept of a row and a character, 0 for nothing. */
static inline int32_t
paired(const Scanner *self, int32_t row, Py_UCS4 character)
{
    if (character > 0xFFFF)
        return 0;
    int32_t key = row << 16 | (int32_t)character;
    for (uint32_t slot = (uint32_t)key * 2654435761u >> self->shift;; slot = (slot + 1) & self->mask) {
        const int32_t *entry = self->pairs + 2 * slot;
        if (entry[0] == key || entry[0] < 0)
            return entry[0] < 0 ? 0 : entry[1];
    }
}

/* Where a match that goes on with node `at` at `position` ends, or -1. */
static Py_ssize_t
matched(const Scanner *self, const Text *text, int32_t at, Py_ssize_t position)
{
    for (;;) {
        const Node *node = self->nodes + at;
        switch (node->op) {
        case ACCEPT:
            return position;
        case CHARACTER:
            if (position >= text->length || READ(text, position) != (Py_UCS4)node->a)
                return -1;
            position++;
            break;
        case ONE_OF:
            if (position >= text->length || !within(self, node->a, READ(text, position)))
                return -1;
            position++;
            break;
        case ANY:
            if (position >= text->length)
                return -1;
            position++;
            break;
        case EITHER:
        case SWITCH: { /* a row of the lists by the next character, and the list for any other; how many, then each way */
            int32_t list = node->a;
            if (node->op == SWITCH) {
                list = position < text->length ? paired(self, node->a, READ(text, position)) : 0;
                if (!list)
                    list = node->b;
            }
            const int32_t *ways = self->numbers + list + 1;
            int32_t count = ways[-1];
            if (count == 0)
                return -1;
            for (int32_t way = 0; way + 1 < count; way++) {
                Py_ssize_t end = matched(self, text, ways[way], position);
                if (end >= 0)
                    return end;
            }
            at = ways[count - 1];
            continue;
        }
        case RUN: { /* least, most (-1: any number), way of repeating */
            const int32_t *bounds = self->numbers + node->b;
            Py_ssize_t least = bounds[0], most = text->length - position, count = 0;
            if (bounds[1] >= 0 && bounds[1] < most)
                most = bounds[1];
            if (most < least)
                return -1;
            if (bounds[2] == LAZY) {
                for (; count <= most; count++) {
                    if (count >= least) {
                        Py_ssize_t end = matched(self, text, node->next, position + count);
                        if (end >= 0)
                            return end;
                    }
                    if (count == most || !within(self, node->a, READ(text, position + count)))
                        return -1;
                }
                return -1;
            }
            while (count < most && within(self, node->a, READ(text, position + count)))
                count++;
            if (count < least)
                return -1;
            if (bounds[2] == GREEDY)
                for (; count > least; count--) {
                    Py_ssize_t end = matched(self, text, node->next, position + count);
                    if (end >= 0)
                        return end;
                }
            position += count;
            break;
        }
        case LOOK: { /* how far back, whether it must not match */
            const int32_t *how = self->numbers + node->b;
            Py_ssize_t from = position - how[0];
            int holds = from >= 0 && matched(self, text, node->a, from) >= 0;
            if (holds == how[1])
                return -1;
            break;
        }
        case LOOK_AT_ONE: { /* a look at one character of a set: as LOOK, without going there */
            const int32_t *how = self->numbers + node->b;
            Py_ssize_t from = position - how[0];
            int holds = from >= 0 && from < text->length && within(self, node->a, READ(text, from));
            if (holds == how[1])
                return -1;
            break;
        }
        case ATOMIC:
            position = matched(self, text, node->a, position);
            if (position < 0)
                return -1;
            break;
        case AT_BEGIN:
            if (position != 0)
                return -1;
            break;
        case AT_END:
            if (position != text->length)
                return -1;
            break;
        case AT_LAST:
            if (position != text->length && !(position == text->length - 1 && READ(text, position) == '\n'))
                return -1;
            break;
        }
        at = node->next;
    }
}

/* Where in `numbers` the list of the rules stands that may match at `start`, 0 for none.
 *
 * An entry of `firsts` is: kind, row, what its second character gives where the row has none: for a word the list, for a
 * figure its beginners. These are 1 if the first two characters may begin a rule that no character behind the number
 * gives away, and then a bit for each rule: whether it may begin so. For a figure there follow: the set of figures, the
 * same with blanks, the most of them to look behind, the node that must hold (-1: none), how long a row of figures is
 * too long to be a number, how much of its end is looked at all the same, the row of the lists by what stands behind
 * the number, that for beginners with a 1, and the list where nothing there gives one away.
 *
 * `onward` is set to where to go on, `able` to the bits of the rules, or NULL where the list says all. */
static int32_t
choice(const Scanner *self, const Text *text, Py_ssize_t start, const int32_t *entry, Py_ssize_t *onward,
       const int32_t **able)
{
    Py_UCS4 second = start + 1 < text->length ? READ(text, start + 1) : NONE;
    int32_t list = paired(self, entry[1], second);
    if (!list)
        list = entry[2];
    if (entry[0] == WORD)
        return list;
    const int32_t *beginners = self->numbers + list;
    Py_ssize_t behind = start;
    while (behind < text->length && behind - start < entry[5] && within(self, entry[4], READ(text, behind)))
        behind++;
    Py_UCS4 follows = behind < text->length ? READ(text, behind) : NONE;
    if (follows != NONE && within(self, entry[3], follows)) {
        Py_ssize_t end = start;
        while (end < text->length && within(self, entry[3], READ(text, end)))
            end++;
        if (end - start > entry[7]) {
            *onward = end - entry[8];
            return 0;
        }
    }
    list = paired(self, entry[9 + beginners[0]], follows);
    if (!list && beginners[0])
        list = entry[11];
    if (!list || (entry[6] >= 0 && matched(self, text, entry[6], start) < 0))
        return 0;
    *able = beginners + 1;
    return list;
}

PyDoc_STRVAR(find_doc, "find(text, position, skip, /)\n--\n\n"
"The first match at ``position`` or behind it, as (start, end, number of the rule, its turn among those tried there).\n"
"The first ``skip`` rules are left out at ``position`` itself. None where there is no match; offsets in code points.");

static PyObject *
four(Py_ssize_t one, Py_ssize_t two, Py_ssize_t three, Py_ssize_t last)
{
    Py_ssize_t values[] = {one, two, three, last};
    PyObject *tuple = PyTuple_New(4);
    for (int place = 0; tuple && place < 4; place++) {
        PyObject *value = PyLong_FromSsize_t(values[place]);
        if (!value)
            Py_CLEAR(tuple);
        else
            PyTuple_SET_ITEM(tuple, place, value);
    }
    return tuple;
}

static PyObject *
Scanner_find(Scanner *self, PyObject *const *arguments, Py_ssize_t count)
{
    if (count != 3 || !PyUnicode_Check(arguments[0])) {
        PyErr_SetString(PyExc_TypeError, "find takes a str and two ints");
        return NULL;
    }
    Py_ssize_t start = PyLong_AsSsize_t(arguments[1]), skip = PyLong_AsSsize_t(arguments[2]);
    if ((start == -1 || skip == -1) && PyErr_Occurred())
        return NULL;
    if (start < 0 || skip < 0) {
        PyErr_SetString(PyExc_ValueError, "find takes no negative position");
        return NULL;
    }
    if (PyUnicode_READY(arguments[0]) < 0)
        return NULL;
    Text text = {PyUnicode_KIND(arguments[0]), PyUnicode_DATA(arguments[0]), PyUnicode_GET_LENGTH(arguments[0])};
    while (start < text.length) {
        Py_UCS4 first = READ(&text, start);
        int32_t offset = first <= 0xFFFF ? self->firsts[first] : 0;
        if (!offset) {
            start++;
            skip = 0;
            continue;
        }
        Py_ssize_t onward = start + 1;
        const int32_t *able = NULL;
        int32_t list = choice(self, &text, start, self->numbers + offset, &onward, &able);
        if (list) { /* how many, then of each its guard (-1: none), the node it begins with and the rule */
            const int32_t *rules = self->numbers + list + 1;
            int32_t guard = -1;
            int holds = 1; /* of the guard asked last: most rules of a list have the same */
            for (Py_ssize_t turn = skip; turn < rules[-1]; turn++) {
                const int32_t *each = rules + 3 * turn;
                int32_t rule = each[2];
                if (able && !((uint32_t)able[rule >> 5] >> (rule & 31) & 1))
                    continue;
                if (each[0] >= 0) {
                    if (each[0] != guard)
                        holds = matched(self, &text, each[0], start) >= 0;
                    guard = each[0];
                    if (!holds)
                        continue;
                }
                Py_ssize_t end = matched(self, &text, each[1], start);
                if (end >= 0)
                    return four(start, end, rule, turn);
            }
        }
        start = onward;
        skip = 0;
    }
    Py_RETURN_NONE;
}

static PyObject *
Scanner_new(PyTypeObject *type, PyObject *arguments, PyObject *keywords)
{
    const char *buffers[4];
    Py_ssize_t lengths[4];
    if (keywords && PyDict_GET_SIZE(keywords)) {
        PyErr_SetString(PyExc_TypeError, "Scanner takes no keyword arguments");
        return NULL;
    }
    if (!PyArg_ParseTuple(arguments, "y#y#y#y#", &buffers[0], &lengths[0], &buffers[1], &lengths[1], &buffers[2],
                          &lengths[2], &buffers[3], &lengths[3]))
        return NULL;
    Py_ssize_t slots = lengths[3] / 8;
    if (lengths[2] != 4 * 0x10000 || slots < 2 || slots & (slots - 1)) {
        PyErr_SetString(PyExc_ValueError, "firsts has a number for each of 65536 characters, pairs a power of two of pairs");
        return NULL;
    }
    Scanner *self = (Scanner *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    Py_INCREF(arguments);
    self->kept = arguments;
    self->nodes = (const Node *)buffers[0];
    self->numbers = (const int32_t *)buffers[1];
    self->firsts = (const int32_t *)buffers[2];
    self->pairs = (const int32_t *)buffers[3];
    self->mask = (uint32_t)slots - 1;
    self->shift = 32;
    while (slots >>= 1)
        self->shift--;
    return (PyObject *)self;
}

static void
Scanner_dealloc(Scanner *self)
{
    Py_XDECREF(self->kept);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyMethodDef Scanner_methods[] = {
    {"find", (PyCFunction)(void (*)(void))Scanner_find, METH_FASTCALL, find_doc},
    {NULL, NULL, 0, NULL},
};

PyDoc_STRVAR(folded_doc, "folded(text, table, /)\n--\n\n"
"``text`` with each character below U+10000 replaced by what ``table`` (65536 numbers of 16 bits) has for it, 0 for\n"
"itself; the same object where none is.");

static PyObject *
scan_folded(PyObject *module, PyObject *const *arguments, Py_ssize_t count)
{
    if (count != 2 || !PyUnicode_Check(arguments[0]) || !PyBytes_Check(arguments[1])
        || PyBytes_GET_SIZE(arguments[1]) != 2 * 0x10000) {
        PyErr_SetString(PyExc_TypeError, "folded takes a str and a table of 65536 numbers of 16 bits as bytes");
        return NULL;
    }
    PyObject *text = arguments[0];
    if (PyUnicode_READY(text) < 0)
        return NULL;
    const uint16_t *table = (const uint16_t *)PyBytes_AS_STRING(arguments[1]);
    int kind = PyUnicode_KIND(text);
    const void *data = PyUnicode_DATA(text);
    Py_ssize_t length = PyUnicode_GET_LENGTH(text), at = 0;
    for (; at < length; at++) {
        Py_UCS4 character = PyUnicode_READ(kind, data, at);
        if (character <= 0xFFFF && table[character])
            break;
    }
    if (at == length)
        return Py_NewRef(text);
    void *copy = PyMem_Malloc((size_t)length * (size_t)kind);
    if (!copy)
        return PyErr_NoMemory();
    memcpy(copy, data, (size_t)length * (size_t)kind);
    for (; at < length; at++) {
        Py_UCS4 character = PyUnicode_READ(kind, copy, at);
        if (character <= 0xFFFF && table[character])
            PyUnicode_WRITE(kind, copy, at, table[character]);
    }
    PyObject *result = PyUnicode_FromKindAndData(kind, copy, length);
    PyMem_Free(copy);
    return result;
}

static PyMethodDef module_methods[] = {
    {"folded", (PyCFunction)(void (*)(void))scan_folded, METH_FASTCALL, folded_doc},
    {NULL, NULL, 0, NULL},
};

static PyTypeObject Scanner_type = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "timeline.timex._scan.Scanner",
    .tp_basicsize = sizeof(Scanner),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_doc = PyDoc_STR("A program of patterns (see timeline.timex.program), ready to find what they match."),
    .tp_new = Scanner_new,
    .tp_dealloc = (destructor)Scanner_dealloc,
    .tp_methods = Scanner_methods,
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT,
    .m_name = "_scan",
    .m_doc = "Finds where the patterns of a grammar match, and folds characters.",
    .m_size = -1,
    .m_methods = module_methods,
};

PyMODINIT_FUNC
PyInit__scan(void)
{
    PyObject *module = PyModule_Create(&definition);
    if (module && (PyModule_AddType(module, &Scanner_type) < 0 || PyModule_AddIntMacro(module, FORM) < 0))
        Py_CLEAR(module);
    return module;
}
