/* The floor's own thread. For the floor's own files. */
#ifndef FLOOR_THREAD_H
#define FLOOR_THREAD_H

/* Does job(argument) on the floor's thread and returns its result when it is done; one
 * caller at a time. The thread starts at the first job and lives as long as the process. */
int floor_do(int (*job)(void *), void *argument);

#endif
