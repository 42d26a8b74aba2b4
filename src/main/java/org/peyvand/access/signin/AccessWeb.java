package org.peyvand.access.signin;

import java.util.List;
import org.peyvand.access.CurrentActor;
import org.peyvand.locale.Presentation;
import org.peyvand.record.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets controllers take the caller as a parameter, and holds them to {@link org.peyvand.access.Requires}. */
@Configuration(proxyBeanMethods = false)
class AccessWeb implements WebMvcConfigurer {

    private final ObjectProvider<CurrentActor> current;

    AccessWeb(ObjectProvider<CurrentActor> current) {
        this.current = current;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RequiresInterceptor(current.getObject()));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument(current));
    }

    @Bean
    LocaleResolver localeResolver() {
        return new RequestLocale(current);
    }

    /** Gives a controller method its {@link Actor} or {@link Presentation}. */
    private record CallerArgument(ObjectProvider<CurrentActor> current) implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class || parameter.getParameterType() == Presentation.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @org.jspecify.annotations.Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @org.jspecify.annotations.Nullable WebDataBinderFactory binders) {
            CurrentActor caller = current.getObject();
            return parameter.getParameterType() == Actor.class ? caller.actor() : caller.presentation();
        }
    }
}
