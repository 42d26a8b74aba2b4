package org.peyvand.api;

import java.util.List;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.FieldAccess;
import org.peyvand.record.field.Field;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Describes the API as the caller may use it: the effective model, own fields included. */
@RestController
@Requires(Requires.Permission.SIGNED_IN)
class OpenApiController {

    private final CurrentActor current;
    private final Models models;
    private final Types types;
    private final Visibility visibility;
    private final ObjectProvider<ApiCalls> features;

    OpenApiController(
            CurrentActor current,
            Models models,
            Types types,
            Visibility visibility,
            ObjectProvider<ApiCalls> features) {
        this.current = current;
        this.models = models;
        this.types = types;
        this.visibility = visibility;
        this.features = features;
    }

    @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Parameters
    JsonNode document() {
        Actor actor = current.actor();
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("openapi", "3.1.0");
        ObjectNode info = document.putObject("info");
        info.put("title", "Peyvand");
        info.put("version", "1");
        info.putObject("license").put("name", "Apache 2.0").put("identifier", "Apache-2.0");
        document.putArray("servers").addObject().put("url", "/api/v1");
        document.putArray("security").addObject().putArray("token");
        ObjectNode components = document.putObject("components");
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer");
        ObjectNode schemas = components.putObject("schemas");
        OpenApiSchemas.shared(schemas);
        ObjectNode paths = document.putObject("paths");
        OpenApiCommonPaths.addTo(paths, features.orderedStream());
        for (RecordType type : models.current().types()) {
            if (types.mayAnything(actor, type)) {
                schemas.set(OpenApiSchemas.name(type), OpenApiSchemas.read(fields(actor, type, false)));
                schemas.set(OpenApiSchemas.name(type) + "Write", OpenApiSchemas.write(fields(actor, type, true)));
                new OpenApiPaths(type).addTo(paths);
            }
        }
        return document;
    }

    private List<Field<?>> fields(Actor actor, RecordType type, boolean writable) {
        return type.fields().stream()
                .filter(field -> !writable || !field.is(Field.Flag.READ_ONLY))
                .filter(field -> {
                    FieldAccess access = visibility.access(actor, type, field);
                    return writable ? access == FieldAccess.WRITABLE : access != FieldAccess.HIDDEN;
                })
                .toList();
    }
}
