package org.peyvand.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.peyvand.web.Page;
import org.peyvand.web.Pages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller method its {@link Page} and puts it into the model. */
class PageArgument implements HandlerMethodArgumentResolver {

    private final ObjectProvider<Pages> pages;

    PageArgument(ObjectProvider<Pages> pages) {
        this.pages = pages;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Page.class;
    }

    @Override
    public Page resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var servletRequest = request.getNativeRequest(HttpServletRequest.class);
        if (servletRequest == null) {
            throw new IllegalStateException("Pages need a servlet request, not " + request);
        }
        Page page = pages.getObject().of(servletRequest);
        if (container != null) {
            container.addAttribute("page", page);
        }
        return page;
    }
}
