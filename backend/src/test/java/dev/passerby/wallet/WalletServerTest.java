package dev.passerby.wallet;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** A test against {@link WalletServer} on a real port; all that carry this share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = WalletServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "passerby.wallet.attempts-per-minute=100000",
      "spring.web.resources.static-locations=classpath:/page/"
    })
@interface WalletServerTest {}
