package io.redress.e2e.planted;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Makes classes with a bug from the project's sources. No file of the project is changed: what is made goes into a
 * directory of its own, to be put in front of a service's jars.
 */
public final class Planter {

    private final Path root;
    private final String classPath;

    /**
     * @param root of the project
     * @param classPath of the services; may hold more
     */
    public Planter(Path root, String classPath) {
        this.root = root;
        this.classPath = classPath;
    }

    /** For the project and the class path that this process runs with. */
    public static Planter ofThisProcess() {
        return new Planter(Path.of(System.getProperty("redress.root", ".")), System.getProperty("java.class.path"));
    }

    /**
     * @param directory that the classes are written to; created if absent
     * @return the directory
     * @throws CannotPlant if the sources have changed so that it cannot be planted any more
     */
    public Path plant(Planted bug, Path directory) {
        try {
            Files.createDirectories(directory);
            compile(bug, changed(bug), directory);
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot plant " + bug.name(), e);
        }
    }

    private Map<Edit, String> changed(Planted bug) throws IOException {
        Map<String, Edit> firstOf = new LinkedHashMap<>();
        Map<Edit, String> sources = new LinkedHashMap<>();
        for (Edit edit : bug.edits()) {
            Edit file = firstOf.computeIfAbsent(edit.type(), type -> edit);
            String before = sources.containsKey(file) ? sources.get(file) : read(edit);
            sources.put(file, edit.applyTo(before));
        }
        return sources;
    }

    private String read(Edit edit) throws IOException {
        Path file = root.resolve(edit.source());
        if (!Files.exists(file)) {
            throw new CannotPlant("there is no " + file);
        }
        return Files.readString(file);
    }

    private void compile(Planted bug, Map<Edit, String> sources, Path directory) {
        JavaCompiler compiler = Optional.ofNullable(ToolProvider.getSystemJavaCompiler())
                .orElseThrow(() -> new IllegalStateException("planting needs a JDK, this is a JRE"));
        List<JavaFileObject> files = sources.entrySet().stream()
                .<JavaFileObject>map(source -> new Source(source.getKey().type(), source.getValue()))
                .toList();
        List<String> options =
                List.of("--release", "17", "-proc:none", "-nowarn", "-cp", classPath, "-d", directory.toString());
        StringWriter complaints = new StringWriter();
        if (!compiler.getTask(complaints, null, null, options, null, files).call()) {
            throw new CannotPlant(bug.name() + " does not compile any more: " + complaints);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String type, String text) {
            super(URI.create("planted:///" + type.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
