/* The floor as a program of its own. It serves the same lines on standard input and output
 * as the Go workers do, so that the driver interleaves it with them; see bench/README.md. */
#include <stdio.h>
#include <string.h>

#include "floor.h"

static void print_string(const char *text)
{
    putchar('"');
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\')
            putchar('\\');
        putchar((unsigned char)*text < ' ' ? ' ' : *text);
    }
    putchar('"');
}

static void print_error(const char *message)
{
    printf("{\"error\": ");
    print_string(message);
    printf("}\n");
}

static void greet(void)
{
    printf("{\"python\": ");
    print_string(floor_python());
    printf(", \"gate\": \"none\", \"ways\": {\"floor\": [");
    for (int i = 0; floor_row_name(i) != NULL; i++) {
        if (i > 0)
            printf(", ");
        print_string(floor_row_name(i));
    }
    printf("]}}\n");
}

static void answer(const char *line)
{
    char row[64];
    long long n;
    if (sscanf(line, "check floor %63s", row) == 1) {
        if (floor_check(row) == 0)
            printf("{}\n");
        else
            print_error(floor_error());
    } else if (sscanf(line, "run floor %63s %lld", row, &n) == 2) {
        long long nanoseconds = floor_run(row, n);
        if (nanoseconds >= 0)
            printf("{\"ns\": %lld, \"allocs\": 0}\n", nanoseconds);
        else
            print_error(floor_error());
    } else {
        print_error("expected: check floor ROW, or run floor ROW N");
    }
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: floor PYTHON, then lines such as: run floor call_none 100000\n");
        return 2;
    }
    if (floor_boot(argv[1]) != 0 || floor_open() != 0) {
        print_error(floor_error());
        return 1;
    }
    greet();
    char line[256];
    while (fflush(stdout), fgets(line, sizeof line, stdin) != NULL)
        answer(line);
    return 0;
}
