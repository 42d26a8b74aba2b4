package org.peyvand.web.shell;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * The templates of {@code src/main/jte}: compiled into the program, or, with {@code peyvand.dev} in a checkout, read again when
 * they change.
 */
@Component
class Templates implements ViewResolver, Ordered {

    private static final Path SOURCES = Path.of("src/main/jte");

    private final TemplateEngine engine;

    Templates(@Value("${peyvand.dev:false}") boolean development) {
        this.engine = development && Files.isDirectory(SOURCES)
                ? reading(SOURCES)
                : TemplateEngine.createPrecompiled(ContentType.Html);
    }

    private static TemplateEngine reading(Path sources) {
        TemplateEngine engine = TemplateEngine.create(
                new DirectoryCodeResolver(sources),
                Path.of("target/jte-dev"),
                ContentType.Html,
                Templates.class.getClassLoader());
        engine.setTrimControlStructures(true);
        return engine;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        String template = name + ".jte";
        return engine.hasTemplate(template) ? new JteView(engine, template) : null;
    }

    @Override
    public int getOrder() {
        return 0;
    }
}
