package org.peyvand.web.shell;

import java.time.Duration;
import java.util.List;
import org.peyvand.web.Assets;
import org.peyvand.web.Pages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.resource.ContentVersionStrategy;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Serves the built assets and lets controllers ask for their page. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {

    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final ObjectProvider<Pages> pages;
    private final boolean development;

    PageConfiguration(ObjectProvider<Pages> pages, @Value("${peyvand.dev:false}") boolean development) {
        this.pages = pages;
        this.development = development;
    }

    @Bean
    static WebMvcRegistrations handlerLookup() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new HandlerLookup();
            }
        };
    }

    /** The encoded resolver stands first: behind the version resolver it would find nothing under a fingerprinted name. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(Assets.PATH + "**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(
                        development
                                ? CacheControl.noCache()
                                : CacheControl.maxAge(FOR_EVER).cachePublic().immutable())
                .resourceChain(!development)
                .addResolver(new EncodedResourceResolver())
                .addResolver(new VersionResourceResolver().addVersionStrategy(new Fingerprint(), "/**"));
    }

    /** Ten letters tell two builds apart as well as all thirty-two, and stand in every page many times. */
    private static final class Fingerprint extends ContentVersionStrategy {

        private static final int LETTERS = 10;

        @Override
        public String getResourceVersion(Resource resource) {
            return super.getResourceVersion(resource).substring(0, LETTERS);
        }
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PageArgument(pages));
    }
}
