#include "thread.h"

#include <pthread.h>
#include <stdlib.h>

/* Work is done on a thread that nobody else uses, so that its thread state is surely its
 * own whoever started the interpreter, and so that a Go runtime around it neither moves nor
 * preempts it. The hand-over happens once a run, outside the time measured. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static int (*current)(void *);
static void *current_argument;
static int result, started;

static void *serve(void *unused)
{
    (void)unused;
    pthread_mutex_lock(&lock);
    for (;;) {
        while (current == NULL)
            pthread_cond_wait(&changed, &lock);
        int (*job)(void *) = current;
        pthread_mutex_unlock(&lock);
        int answer = job(current_argument);
        pthread_mutex_lock(&lock);
        result = answer;
        current = NULL;
        pthread_cond_broadcast(&changed);
    }
    return NULL;
}

int floor_do(int (*job)(void *), void *argument)
{
    pthread_mutex_lock(&lock);
    if (!started) {
        pthread_t thread;
        if (pthread_create(&thread, NULL, serve, NULL) != 0)
            abort();
        pthread_detach(thread);
        started = 1;
    }
    current_argument = argument;
    current = job;
    pthread_cond_broadcast(&changed);
    while (current != NULL)
        pthread_cond_wait(&changed, &lock);
    int answer = result;
    pthread_mutex_unlock(&lock);
    return answer;
}
