package org.peyvand.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives {@link Body} parameters the JSON of the request. */
final class BodyReader implements HandlerMethodArgumentResolver {

    static final String BYTES = BodyReader.class.getName() + ".bytes";
    private static final MediaType MERGE_PATCH = MediaType.parseMediaType("application/merge-patch+json");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(Body.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders)
            throws Exception {
        HttpServletRequest request = (HttpServletRequest) web.getNativeRequest();
        String type = request.getContentType();
        if (type == null || !isJson(type)) {
            throw new HttpMediaTypeNotSupportedException("a JSON body is expected");
        }
        byte[] bytes = ApiJson.bytes(request.getInputStream());
        request.setAttribute(BYTES, bytes);
        return ApiJson.parse(bytes);
    }

    /** JSON is in UTF-8, whatever a header may claim. */
    private static boolean isJson(String contentType) {
        MediaType type = MediaType.parseMediaType(contentType);
        Charset charset = type.getCharset();
        return (MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type) || MERGE_PATCH.equalsTypeAndSubtype(type))
                && (charset == null || charset.equals(StandardCharsets.UTF_8));
    }
}
