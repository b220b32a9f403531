package io.redress.benchmarks.machine;

/**
 * What a line of {@code /proc/PID/stat} says that a measure of CPU time needs.
 *
 * @param parent process id of the parent
 * @param ownTicks user and system time of the process itself, its threads included, ended or not
 * @param reapedTicks the same of those children, and theirs, that have ended and been waited for
 */
record ProcStat(long parent, long ownTicks, long reapedTicks) {

    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    /**
     * @param line the whole line; the command in brackets may hold spaces and brackets
     * @throws IllegalArgumentException if it is no such line
     */
    static ProcStat parse(String line) {
        int afterCommand = line.lastIndexOf(") ");
        String[] fields = afterCommand < 0
                ? new String[0]
                : line.substring(afterCommand + 2).split(" ");
        if (fields.length <= CHILDREN_SYSTEM) {
            throw new IllegalArgumentException("not a line of /proc/PID/stat: " + line);
        }
        return new ProcStat(
                Long.parseLong(fields[PARENT]),
                Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]),
                Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_SYSTEM]));
    }
}
