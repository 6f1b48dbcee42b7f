package dev.gauntlet.reports.gate;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.NormalizedGaussianSampler;
import org.apache.commons.rng.sampling.distribution.TSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Models of what makes forks of the same code differ, as log factors of successive forks. */
enum ForkNoise {
  GAUSSIAN {
    @Override
    void fill(UniformRandomProvider random, double[] forks, double sigma) {
      NormalizedGaussianSampler gauss = ZigguratSampler.NormalizedGaussian.of(random);
      for (int i = 0; i < forks.length; i++) {
        forks[i] = sigma * gauss.sample();
      }
    }
  },
  /** Student t with 3 degrees of freedom, scaled to sigma. */
  HEAVY_TAILS {
    @Override
    void fill(UniformRandomProvider random, double[] forks, double sigma) {
      TSampler t = TSampler.of(random, 3);
      for (int i = 0; i < forks.length; i++) {
        forks[i] = t.sample() * sigma / Math.sqrt(3);
      }
    }
  },
  /** 15 % of the forks are slower by up to ten sigma. */
  SPIKES {
    @Override
    void fill(UniformRandomProvider random, double[] forks, double sigma) {
      GAUSSIAN.fill(random, forks, sigma / 2);
      for (int i = 0; i < forks.length; i++) {
        forks[i] += random.nextDouble() < 0.15 ? random.nextDouble(0, 10 * sigma) : 0;
      }
    }
  },
  /** 20 % of the forks get a compilation that is slower by 10 to 30 %. */
  BIMODAL {
    @Override
    void fill(UniformRandomProvider random, double[] forks, double sigma) {
      GAUSSIAN.fill(random, forks, sigma / 2);
      for (int i = 0; i < forks.length; i++) {
        forks[i] += random.nextDouble() < 0.2 ? random.nextDouble(0.1, 0.3) : 0;
      }
    }
  },
  /** Autoregressive of order 1, 0.9. */
  SLUGGISH {
    @Override
    void fill(UniformRandomProvider random, double[] forks, double sigma) {
      GAUSSIAN.fill(random, forks, sigma);
      for (int i = 1; i < forks.length; i++) {
        forks[i] = 0.9 * forks[i - 1] + Math.sqrt(1 - 0.81) * forks[i];
      }
    }
  },
  /** Each fork is 1 % slower than the one before. */
  DRIFT {
    @Override
    void fill(UniformRandomProvider random, double[] forks, double sigma) {
      GAUSSIAN.fill(random, forks, sigma / 4);
      for (int i = 0; i < forks.length; i++) {
        forks[i] += 0.01 * i;
      }
    }
  },
  /** Now and then some neighbouring forks are slower by 20 to 50 %. */
  BURSTS {
    @Override
    void fill(UniformRandomProvider random, double[] forks, double sigma) {
      GAUSSIAN.fill(random, forks, sigma / 2);
      int i = 0;
      while (i < forks.length) {
        i += 1 + random.nextInt(12);
        double height = random.nextDouble(0.2, 0.5);
        for (int end = i + 1 + random.nextInt(4); i < Math.min(end, forks.length); i++) {
          forks[i] += height;
        }
      }
    }
  },
  /** The machine becomes noisier all the time, up to threefold. */
  HETEROSCEDASTIC {
    @Override
    void fill(UniformRandomProvider random, double[] forks, double sigma) {
      GAUSSIAN.fill(random, forks, sigma);
      for (int i = 0; i < forks.length; i++) {
        forks[i] *= 0.5 + i / (double) forks.length;
      }
    }
  };

  /** Fills in the log factors of successive forks; sigma is about the deviation of one. */
  abstract void fill(UniformRandomProvider random, double[] forks, double sigma);
}
